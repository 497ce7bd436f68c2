import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { localeOf } from "../../../shared/locale"
import { useSayError } from "../../../shared/use-say-error"
import { erasureState } from "../erasure-state"
import { useCancelErasure, useOpenCertificate } from "../hooks/use-erasures"

type ErasureActionsProps = { erasure: AdminErasure }

/** The way back while there is one, and the certificate once there is one. */
export const ErasureActions = ({ erasure }: ErasureActionsProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const cancel = useCancelErasure()
  const certificate = useOpenCertificate()
  const sayError = useSayError()
  const { canCancel, hasCertificate } = erasureState(erasure)
  const takeBack = () => {
    cancel.mutate(erasure.id, {
      onSuccess: () => toast.success(t("cancel.done")),
      onError: sayError,
    })
  }
  const show = () => {
    certificate.mutate({ id: erasure.id, locale: localeOf(i18n.language) }, { onError: sayError })
  }
  return (
    <>
      {canCancel && (
        <Button
          size="small"
          variant="secondary"
          isLoading={cancel.isPending}
          data-testid="dk-erasure-cancel"
          onClick={takeBack}
        >
          {t("cancel.action")}
        </Button>
      )}
      {hasCertificate && (
        <Button
          size="small"
          variant="secondary"
          isLoading={certificate.isPending}
          data-testid="dk-erasure-certificate"
          onClick={show}
        >
          {t("certificate")}
        </Button>
      )}
    </>
  )
}
