import { Button, FocusModal, toast } from "@medusajs/ui"
import { useState } from "react"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminErasurePreview, AdminErasureResponse } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { useSayError } from "../../../shared/use-say-error"
import { confirmationOf, isConfirmed } from "../confirmation"
import { useErasurePreview, useStartErasure } from "../hooks/use-erasures"
import { ErasurePreview } from "../sections/erasure-preview"
import { UncertainPart } from "../sections/uncertain-part"
import type { Person } from "../person"
import { TypedConfirmation } from "./typed-confirmation"

type EraseDialogProps = { person: Person; onClose: () => void }

const outcomeOf = ({ already_erased: already, erasure }: AdminErasureResponse) =>
  already ? "startedNothing" : erasure?.status === "done" ? "startedDone" : "started"

const whoIs = ({ subject: { name, email } }: AdminErasurePreview): string =>
  name !== null && email !== null ? `${name} (${email})` : (email ?? name ?? "")

/** An erased person has no name left to put in the title. */
const useTitle = (preview: AdminErasurePreview | undefined): string => {
  const { t } = useTranslation("dkPersonalData")
  if (!preview) return t("erase.action")
  if (preview.already_erased && preview.uncertain_orders.length === 0) return t("status.done")
  const who = whoIs(preview)
  return who === "" ? t("erase.action") : t("erase.title", { who })
}

const useEraseForm = ({ person, onClose }: EraseDialogProps) => {
  const { t } = useTranslation("dkPersonalData")
  const [typed, setTyped] = useState("")
  const [confirmed, setConfirmed] = useState<string[]>([])
  const subject = { ...person, confirmed_order_ids: confirmed }
  const { data: preview, error, isPlaceholderData, refetch } = useErasurePreview(subject)
  const start = useStartErasure()
  const sayError = useSayError()
  const expected = preview && confirmationOf(preview.subject, t("erase.word"))
  const isReady = expected !== undefined && !isPlaceholderData && isConfirmed(typed, expected)
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
  const fields = { typed, setTyped, confirmed, setConfirmed, expected }
  return { ...fields, preview, error, refetch, isReady, isPending: start.isPending, submit }
}

/** Shows what erasing a person does, and starts it once their e-mail or name has been typed. */
export const EraseDialog = (props: EraseDialogProps) => {
  const { onClose } = props
  const { t } = useTranslation("dkPersonalData")
  const { t: tShared } = useTranslation("dkShared")
  const { typed, setTyped, confirmed, setConfirmed, expected, ...form } = useEraseForm(props)
  const { preview, error, refetch, isReady, isPending, submit } = form
  const title = useTitle(preview)
  const canErase = preview !== undefined && !preview.already_erased

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
              <FocusModal.Title className="break-words">{title}</FocusModal.Title>
              <FocusModal.Description className="sr-only">{t("text")}</FocusModal.Description>
              {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
              {!preview && !error && <LinesSkeleton lines={8} />}
              {preview && (
                <ErasurePreview
                  preview={preview}
                  choice={
                    <UncertainPart
                      rows={preview.uncertain_orders}
                      text={t("erase.uncertainText")}
                      confirmed={confirmed}
                      onConfirm={setConfirmed}
                    />
                  }
                />
              )}
              {canErase && expected && (
                <TypedConfirmation expected={expected} value={typed} onChange={setTyped} />
              )}
            </div>
          </FocusModal.Body>
          <FocusModal.Footer>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {tShared(canErase || !preview ? "cancel" : "close")}
            </Button>
            {canErase && (
              <Button
                type="submit"
                size="small"
                variant="danger"
                disabled={!isReady}
                isLoading={isPending}
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
