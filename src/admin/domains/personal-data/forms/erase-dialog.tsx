import { Button, FocusModal, toast } from "@medusajs/ui"
import { useState } from "react"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasurePreview, AdminErasureResponse } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { useSayError } from "../../../shared/use-say-error"
import { useErasurePreview, useStartErasure } from "../hooks/use-erasures"
import { ErasurePreview } from "../sections/erasure-preview"
import { UncertainPart } from "../sections/uncertain-part"
import { isSameEmail, TypedEmail } from "./typed-email"

type EraseDialogProps = { customerId: string; onClose: () => void }

const outcomeOf = ({ already_erased: already, erasure }: AdminErasureResponse) =>
  already ? "startedNothing" : erasure?.status === "done" ? "startedDone" : "started"

const whoIs = ({ subject: { name, email } }: AdminErasurePreview): string =>
  name !== null && email !== null ? `${name} (${email})` : (email ?? name ?? "")

/** An erased person has no name left to put in the title. */
const useTitle = (preview: AdminErasurePreview | undefined): string => {
  const { t } = useTranslation("dkPersonalData")
  if (!preview) return t("erase.action")
  return preview.already_erased ? t("status.done") : t("erase.title", { who: whoIs(preview) })
}

/** Shows what erasing the customer does, and starts it once their e-mail has been typed. */
export const EraseDialog = ({ customerId, onClose }: EraseDialogProps) => {
  const { t } = useTranslation("dkPersonalData")
  const { t: tShared } = useTranslation("dkShared")
  const [typed, setTyped] = useState("")
  const [confirmed, setConfirmed] = useState<string[]>([])
  const subject = { customer_id: customerId, confirmed_order_ids: confirmed }
  const { data: preview, error, isPlaceholderData, refetch } = useErasurePreview(subject)
  const start = useStartErasure(customerId)
  const title = useTitle(preview)
  const sayError = useSayError()

  const expected = preview?.subject.email ?? customerId
  const isReady = preview !== undefined && !isPlaceholderData && isSameEmail(typed, expected)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    start.mutate(subject, {
      onSuccess: (answer) => {
        toast.success(t(`erase.${outcomeOf(answer)}`))
        onClose()
      },
      onError: sayError,
    })
  }

  return (
    <FocusModal
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <FocusModal.Content data-testid="dk-erase-dialog">
        <FocusModal.Header />
        <form className="flex flex-1 flex-col overflow-hidden" onSubmit={submit}>
          <FocusModal.Body className="flex flex-1 flex-col items-center overflow-auto px-6 py-12">
            <div className="flex w-full max-w-[560px] flex-col gap-y-6">
              <FocusModal.Title>{title}</FocusModal.Title>
              <FocusModal.Description className="sr-only">{t("text")}</FocusModal.Description>
              {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
              {!preview && !error && <LinesSkeleton lines={8} />}
              {preview && (
                <ErasurePreview
                  preview={preview}
                  choice={
                    <UncertainPart
                      orders={preview.uncertain_orders}
                      confirmed={confirmed}
                      onConfirm={setConfirmed}
                    />
                  }
                />
              )}
              {preview && !preview.already_erased && (
                <TypedEmail email={expected} value={typed} onChange={setTyped} />
              )}
            </div>
          </FocusModal.Body>
          <FocusModal.Footer>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {tShared(preview?.already_erased ? "close" : "cancel")}
            </Button>
            {preview && !preview.already_erased && (
              <Button
                type="submit"
                size="small"
                variant="danger"
                disabled={!isReady}
                isLoading={start.isPending}
                data-testid="dk-erase-confirm"
              >
                {t("erase.confirm")}
              </Button>
            )}
          </FocusModal.Footer>
        </form>
      </FocusModal.Content>
    </FocusModal>
  )
}
