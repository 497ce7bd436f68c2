import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminErasure } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { useSayError } from "../../../shared/use-say-error"
import { erasureState } from "../erasure-state"
import { useCancelErasure } from "../hooks/use-erasures"

type ErasureStatusProps = { customerId: string; erasure: AdminErasure }

const COLOURS = {
  proposed: "orange",
  planned: "orange",
  running: "blue",
  done: "green",
  cancelled: "grey",
} as const

/** Where the customer's erasure stands, with the way back while there is one. */
export const ErasureStatus = ({ customerId, erasure }: ErasureStatusProps) => {
  const { t, i18n } = useTranslation("dkPersonalData")
  const cancel = useCancelErasure(customerId)
  const sayError = useSayError()
  const { text, moment, waiting, canCancel } = erasureState(erasure)
  const press = () => {
    cancel.mutate(erasure.id, {
      onSuccess: () => toast.success(t("cancel.done")),
      onError: sayError,
    })
  }
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4" data-testid="dk-erasure-status">
      <StatusBadge color={COLOURS[erasure.status]}>{t(`status.${erasure.status}`)}</StatusBadge>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`state.${text}`, {
          count: waiting,
          moment: moment === null ? "" : formatMoment(moment, i18n.language),
        })}
      </Text>
      {canCancel && (
        <Button
          size="small"
          variant="secondary"
          isLoading={cancel.isPending}
          data-testid="dk-erasure-cancel"
          onClick={press}
        >
          {t("cancel.action")}
        </Button>
      )}
    </div>
  )
}
