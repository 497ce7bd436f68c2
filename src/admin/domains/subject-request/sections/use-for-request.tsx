import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { AdminSetSubjectOfRequest } from "../../../../types/http"
import { useSayError } from "../../../shared/use-say-error"
import { useSetSubject } from "../hooks/use-fulfilment"

type UseForRequestProps = { requestId: string; subject: AdminSetSubjectOfRequest }

/** Says that a request is about whom staff found, and goes back to it. */
export const UseForRequest = ({ requestId, subject }: UseForRequestProps) => {
  const { t } = useTranslation("dkFulfil")
  const set = useSetSubject(requestId)
  const sayError = useSayError()
  const navigate = useNavigate()
  return (
    <Button
      size="small"
      isLoading={set.isPending}
      data-testid="dk-use-for-request"
      onClick={() => {
        set.mutate(() => Promise.resolve(subject), {
          onSuccess: () => {
            toast.success(t("about.saved"))
            void navigate(`/privacy/requests/${requestId}`)
          },
          onError: sayError,
        })
      }}
    >
      {t("about.use")}
    </Button>
  )
}
