import { Button, FocusModal } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSubjectRequestDetail } from "../../../../types/http"
import { ErrorNotice } from "../../../shared/error-notice"
import { LinesSkeleton } from "../../../shared/lines-skeleton"
import { TextField } from "../../../shared/text-field"
import { TypedConfirmation } from "../../personal-data/forms/typed-confirmation"
import { UncertainPart } from "../../personal-data/sections/uncertain-part"
import { ADDRESS_FIELDS, CUSTOMER_FIELDS } from "../fulfilment"
import { FulfilPreview } from "../sections/fulfil-preview"
import { KindFields } from "./kind-fields"
import { useFulfilForm } from "./use-fulfil-form"

type FulfilDialogProps = { request: AdminSubjectRequestDetail; onClose: () => void }
type Form = ReturnType<typeof useFulfilForm>

const TYPED: readonly string[] = [...CUSTOMER_FIELDS, ...ADDRESS_FIELDS]

/** Errors of these stand at the field itself. */
const hasOwnPlace = (field: string | null): boolean => {
  if (field === null) return false
  const [last = ""] = field.split(".").slice(-1)
  return field === "finish_by" || field === "ends_on" || (field !== last && TYPED.includes(last))
}

const Review = ({ request, form }: { request: AdminSubjectRequestDetail; form: Form }) => {
  const { t } = useTranslation("dkFulfil")
  const { base, draft, change } = form
  return (
    <UncertainPart
      rows={base.data?.uncertain_orders ?? []}
      text={t(request.kind === "erasure" ? "uncertainErasure" : "uncertain")}
      confirmed={draft.confirmed}
      onConfirm={(confirmed) => {
        change({ confirmed })
      }}
    />
  )
}

const Content = ({ request, form }: { request: AdminSubjectRequestDetail; form: Form }) => {
  const { t } = useTranslation("dkFulfil")
  const { base, preview, draft, known, error, field, expected, typed } = form
  const { kind } = request
  return (
    <div className="flex w-full max-w-[640px] flex-col gap-y-6">
      <FocusModal.Title className="break-words">
        {t(`title.${kind}`, { who: request.name ?? request.email ?? "" })}
      </FocusModal.Title>
      <FocusModal.Description className="txt-small text-ui-fg-subtle">
        {t(`text.${kind}`)}
      </FocusModal.Description>
      {!base.data && !base.error && <LinesSkeleton lines={8} />}
      {base.data && (
        <>
          <KindFields
            kind={kind}
            draft={draft}
            known={known}
            preview={preview.data?.preview ?? base.data.preview}
            problemOf={form.problemOf}
            onChange={form.change}
          />
          <Review request={request} form={form} />
          <FulfilPreview answer={preview.data ?? base.data} />
          <TextField
            id="dk-fulfil-reason"
            label={t("reason")}
            hint={t(kind === "information" ? "reasonHint.information" : "reasonHint.other")}
            rows={2}
            maxLength={1000}
            value={draft.reason}
            onChange={(reason) => {
              form.change({ reason })
            }}
          />
          {expected && (
            <TypedConfirmation expected={expected} value={typed} onChange={form.setTyped} />
          )}
        </>
      )}
      {error && !hasOwnPlace(field) && (
        <ErrorNotice error={error} onRetry={() => void preview.refetch()} />
      )}
    </div>
  )
}

const Frame = ({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) => (
  <form
    className="flex flex-1 flex-col overflow-hidden"
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
  </form>
)

/** Shows what carrying a request out does, lets staff say whose the doubtful orders are, and does it. */
export const FulfilDialog = ({ request, onClose }: FulfilDialogProps) => {
  const { t } = useTranslation("dkFulfil")
  const { t: tShared } = useTranslation("dkShared")
  const form = useFulfilForm(request, onClose)
  const { isReady, isPending, submit } = form
  return (
    <FocusModal
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <FocusModal.Content data-testid="dk-fulfil-dialog">
        <FocusModal.Header />
        <Frame
          onSubmit={() => {
            if (isReady && !isPending) submit()
          }}
        >
          <FocusModal.Body className="flex flex-1 flex-col items-center overflow-auto px-6 py-12">
            <Content request={request} form={form} />
          </FocusModal.Body>
          <FocusModal.Footer>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {tShared("cancel")}
            </Button>
            <Button
              type="submit"
              size="small"
              variant={request.kind === "erasure" ? "danger" : "primary"}
              disabled={!isReady}
              isLoading={isPending}
              data-testid="dk-fulfil-submit"
            >
              {t(`submit.${request.kind}`)}
            </Button>
          </FocusModal.Footer>
        </Frame>
      </FocusModal.Content>
    </FocusModal>
  )
}
