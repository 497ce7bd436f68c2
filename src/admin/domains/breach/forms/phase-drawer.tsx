import { Checkbox, Label } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminBreachDetail, AdminReportPhase } from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { TextField } from "../../../shared/text-field"
import { textIn } from "../event-data"
import { useActForm } from "../hooks/use-act-form"
import { fromLocal, toLocal } from "../local-time"

type Draft = { reportedAt: string; receipt: string; isFinal: boolean; reasons: string }

/** Whether the first report lies behind the limit: then reasons are owed. The server has the last word. */
const isLate = (breach: AdminBreachDetail, { reportedAt }: Draft): boolean => {
  const at = fromLocal(reportedAt)
  if (breach.first_reported_at !== null || breach.deadline_at === null) return breach.is_late
  return at !== null && Date.parse(at) > Date.parse(breach.deadline_at)
}

/** Whether an earlier report has said why it is late; then a later one may add to it, and need not. */
const isExplained = ({ timeline }: AdminBreachDetail): boolean =>
  timeline.some((event) => event.type === "reported" && textIn(event, "delay_reasons") !== "")

const bodyOf = (draft: Draft, late: boolean): AdminReportPhase => ({
  reported_at: fromLocal(draft.reportedAt) ?? "",
  ...{ receipt: draft.receipt.trim(), is_final: draft.isFinal },
  delay_reasons: late && draft.reasons.trim() !== "" ? draft.reasons.trim() : null,
})

type FieldsProps = {
  draft: Draft
  late: boolean
  explained: boolean
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Draft>) => void
}

const Fields = ({ draft, late, explained, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  return (
    <>
      <TextField
        id="dk-breach-reported-at"
        label={t("report.reportedAt")}
        hint={tBreaches("byYourClock")}
        type="datetime-local"
        isRequired
        value={draft.reportedAt}
        problem={problemOf("reported_at")}
        onChange={(reportedAt) => {
          onChange({ reportedAt })
        }}
      />
      <TextField
        id="dk-breach-receipt"
        label={t("report.receiptLabel")}
        maxLength={200}
        isRequired
        value={draft.receipt}
        problem={problemOf("receipt")}
        onChange={(receipt) => {
          onChange({ receipt })
        }}
      />
      <div className="flex items-start gap-x-2">
        <Checkbox
          id="dk-breach-final"
          className="mt-0.5 shrink-0"
          checked={draft.isFinal}
          onCheckedChange={(next) => {
            onChange({ isFinal: next === true })
          }}
        />
        <Label htmlFor="dk-breach-final" size="small">
          {t("report.isFinal")}
        </Label>
      </div>
      {late && (
        <TextField
          id="dk-breach-delay"
          label={t("report.delay")}
          hint={explained ? t("report.delayKnown") : t("report.delayHint")}
          rows={4}
          maxLength={5000}
          isRequired={!explained}
          value={draft.reasons}
          problem={problemOf("delay_reasons")}
          onChange={(reasons) => {
            onChange({ reasons })
          }}
        />
      )}
    </>
  )
}

type PhaseDrawerProps = { breach: AdminBreachDetail; onClose: () => void }

/** Records what was sent to the authority: when, the receipt, whether more follows, and why it was late. */
export const PhaseDrawer = ({ breach, onClose }: PhaseDrawerProps) => {
  const { t } = useTranslation("dkBreachCase")
  const [draft, setDraft] = useState<Draft>(() => ({
    reportedAt: toLocal(new Date().toISOString()),
    ...{ receipt: "", isFinal: breach.missing_in_report.length === 0, reasons: "" },
  }))
  const form = useActForm({
    ...{ breachId: breach.id, path: "phases", done: t("report.registered"), onClose },
    fields: ["reported_at", "receipt", "delay_reasons"],
  })
  const [isFoundLate, setFoundLate] = useState(false)
  const isRefusedAsLate = form.problemOf("delay_reasons") !== null
  const late = isLate(breach, draft) || isFoundLate || isRefusedAsLate
  const explained = isExplained(breach)
  const isReady =
    fromLocal(draft.reportedAt) !== null &&
    draft.receipt.trim() !== "" &&
    (!late || explained || draft.reasons.trim() !== "")
  return (
    <FormDrawer
      title={t("report.register")}
      text={breach.is_drill ? t("report.drillText") : t("report.registerText")}
      submitLabel={t("report.register")}
      isPending={form.isPending}
      isReady={isReady}
      error={form.error}
      testId="dk-breach-phase-drawer"
      onSubmit={() => {
        form.submit(bodyOf(draft, late))
      }}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        late={late}
        explained={explained}
        problemOf={form.problemOf}
        onChange={(change) => {
          // What only the server finds holds until another time is typed.
          setFoundLate(change.reportedAt === undefined && (isFoundLate || isRefusedAsLate))
          form.reset()
          setDraft({ ...draft, ...change })
        }}
      />
    </FormDrawer>
  )
}
