import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../../../shared/api"
import { ErrorNotice } from "../../../shared/error-notice"
import { FormDrawer } from "../../../shared/form-drawer"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { GROUNDS, letterActionOf, PATHS, PROOFS } from "../actions"
import type { StaffAction } from "../actions"
import { useLetterPreview } from "../hooks/use-letters"
import { useDecide } from "../hooks/use-requests"
import { LetterBox } from "../sections/letter-box"
import { CodePart } from "./code-part"

type Draft = {
  reason: string
  ground: (typeof GROUNDS)[number]
  proof: (typeof PROOFS)[number]
  /** What the person read back. */
  code: string
}

/** Eight digits, with blanks between them or not. */
const isCode = (typed: string): boolean => /^\d{8}$/.test(typed.replace(/\s/g, ""))

const isAtCode = (error: Error | null): boolean =>
  error instanceof ApiError && error.field === "code"

const bodyOf = (action: StaffAction, { reason, ground, proof, code }: Draft): object => {
  if (action === "identity_confirmed") {
    return { proof, ...(proof === "spoken_code" && { code: code.trim() }) }
  }
  return { reason: reason.trim(), ...(action === "refused" && { ground }) }
}

type FieldsProps = {
  requestId: string
  action: StaffAction
  draft: Draft
  error: Error | null
  onChange: (draft: Draft) => void
}

const ProofFields = ({ requestId, draft, error, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <>
      <SelectField
        id="dk-decision-proof"
        label={t("proofLabel")}
        value={draft.proof}
        options={PROOFS.map((value) => ({ value, label: t(`proof.${value}`) }))}
        onChange={(proof) => {
          onChange({ ...draft, proof })
        }}
      />
      {draft.proof === "spoken_code" && (
        <CodePart
          requestId={requestId}
          value={draft.code}
          isWrong={isAtCode(error)}
          onChange={(code) => {
            onChange({ ...draft, code })
          }}
        />
      )}
    </>
  )
}

const Fields = (props: FieldsProps) => {
  const { action, draft, onChange } = props
  const { t } = useTranslation("dkRequests")
  if (action === "identity_confirmed") return <ProofFields {...props} />
  return (
    <>
      {action === "refused" && (
        <SelectField
          id="dk-decision-ground"
          label={t("groundLabel")}
          value={draft.ground}
          options={GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          onChange={(ground) => {
            onChange({ ...draft, ground })
          }}
        />
      )}
      <TextField
        id="dk-decision-reason"
        label={t("reason")}
        hint={letterActionOf(action) === null ? t("reasonHint.note") : t("reasonHint.letter")}
        rows={4}
        maxLength={1000}
        isRequired
        value={draft.reason}
        onChange={(reason) => {
          onChange({ ...draft, reason })
        }}
      />
    </>
  )
}

type PreviewProps = {
  preview: ReturnType<typeof useLetterPreview>
  onAsk: () => void
  isReady: boolean
}

const Preview = ({ preview: { data, error, isPending }, onAsk, isReady }: PreviewProps) => {
  const { t } = useTranslation("dkRequests")
  return (
    <div className="flex flex-col items-start gap-y-3">
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={!isReady}
        isLoading={isPending}
        data-testid="dk-decision-preview"
        onClick={onAsk}
      >
        {t("preview")}
      </Button>
      {error && <ErrorNotice error={error} />}
      {data && <LetterBox title={t("previewTitle")} letter={data} />}
    </div>
  )
}

type DecisionDrawerProps = { requestId: string; action: StaffAction; onClose: () => void }

/** Asks for what a decision needs, shows the letter that follows, and makes it. */
export const DecisionDrawer = ({ requestId, action, onClose }: DecisionDrawerProps) => {
  const { t } = useTranslation("dkRequests")
  const decide = useDecide(requestId)
  const preview = useLetterPreview(requestId)
  const [draft, setDraft] = useState<Draft>({
    ...{ reason: "", ground: "unfounded", proof: "order_details", code: "" },
  })
  const isReady =
    action === "identity_confirmed"
      ? draft.proof !== "spoken_code" || isCode(draft.code)
      : draft.reason.trim() !== ""
  const letter = letterActionOf(action)
  return (
    <FormDrawer
      title={t(`action.${action}`)}
      text={t(`actionText.${action}`)}
      submitLabel={t(`action.${action}`)}
      isPending={decide.isPending}
      isReady={isReady}
      error={isAtCode(decide.error) ? null : decide.error}
      testId="dk-decision-drawer"
      onSubmit={() => {
        decide.mutate(
          { path: PATHS[action], body: bodyOf(action, draft) },
          {
            onSuccess: () => {
              toast.success(t("actionDone"))
              onClose()
            },
          }
        )
      }}
      onClose={onClose}
    >
      <Fields
        requestId={requestId}
        action={action}
        draft={draft}
        error={decide.error}
        onChange={(next) => {
          decide.reset()
          // What is shown must be what is sent.
          preview.reset()
          setDraft(next)
        }}
      />
      {letter !== null && (
        <Preview
          preview={preview}
          isReady={isReady}
          onAsk={() => {
            preview.mutate({
              action: letter,
              reason: draft.reason.trim(),
              ...(letter === "refused" && { ground: draft.ground }),
            })
          }}
        />
      )}
    </FormDrawer>
  )
}
