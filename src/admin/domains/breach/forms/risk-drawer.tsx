import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminBreachDetail,
  AdminBreachRisk,
  AdminNoticeExemption,
} from "../../../../types/http"
import { FormDrawer } from "../../../shared/form-drawer"
import { localeOf } from "../../../shared/locale"
import { SelectField } from "../../../shared/select-field"
import { TextField } from "../../../shared/text-field"
import { useActForm } from "../hooks/use-act-form"
import { useQuickStarts } from "../hooks/use-breaches"
import { EXEMPTIONS, RISKS } from "../words"
import { QuickStartQuestions } from "./quick-start-questions"

type Draft = {
  risk: AdminBreachRisk
  reasoning: string
  exemption: AdminNoticeExemption | "none"
  exemptionReason: string
}

/** What was assessed last; before that, what it mostly comes to. */
const draftOf = ({ assessment }: AdminBreachDetail, likely: AdminBreachRisk): Draft => ({
  risk: assessment?.risk ?? likely,
  reasoning: assessment?.reasoning ?? "",
  exemption: assessment?.exemption ?? "none",
  exemptionReason: assessment?.exemption_reason ?? "",
})

/** The ground counts at high risk only (GDPR Art. 34(3)). */
const isExempt = ({ risk, exemption }: Draft): boolean => risk === "high" && exemption !== "none"

const bodyOf = (draft: Draft) => ({
  ...{ risk: draft.risk, reasoning: draft.reasoning.trim() },
  exemption: isExempt(draft) ? draft.exemption : null,
  exemption_reason: isExempt(draft) ? draft.exemptionReason.trim() : null,
})

const isReady = (draft: Draft): boolean =>
  draft.reasoning.trim() !== "" && (!isExempt(draft) || draft.exemptionReason.trim() !== "")

type FieldsProps = {
  draft: Draft
  problemOf: (field: string) => string | null
  onChange: (change: Partial<Draft>) => void
}

const ExemptionFields = ({ draft, problemOf, onChange }: FieldsProps) => {
  const { t } = useTranslation("dkBreachCase")
  if (draft.risk !== "high") return null
  return (
    <>
      <SelectField
        id="dk-breach-exemption"
        label={t("risk.exemption")}
        value={draft.exemption}
        options={[
          { value: "none" as const, label: t("risk.exemptionNone") },
          ...EXEMPTIONS.map((value) => ({ value, label: t(`risk.exemptionOption.${value}`) })),
        ]}
        onChange={(exemption) => {
          onChange({ exemption })
        }}
      />
      {draft.exemption !== "none" && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(`risk.exemptionMeans.${draft.exemption}`)}
        </Text>
      )}
      {isExempt(draft) && (
        <TextField
          id="dk-breach-exemption-reason"
          label={t("risk.exemptionReason")}
          hint={t("risk.exemptionHint")}
          rows={4}
          maxLength={5000}
          isRequired
          value={draft.exemptionReason}
          problem={problemOf("exemption_reason")}
          onChange={(exemptionReason) => {
            onChange({ exemptionReason })
          }}
        />
      )}
    </>
  )
}

type RiskDrawerProps = { breach: AdminBreachDetail; onClose: () => void }

/** Asks how bad it is and why; at high risk also whether one of the law's grounds spares the notice. */
export const RiskDrawer = ({ breach, onClose }: RiskDrawerProps) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const quickStarts = useQuickStarts(localeOf(i18n.language))
  const quickStart = quickStarts.data?.find(({ id }) => id === breach.quick_start)
  const [changes, setChanges] = useState<Partial<Draft>>({})
  const draft = { ...draftOf(breach, quickStart?.likely_risk ?? "risk"), ...changes }
  const form = useActForm({
    ...{ breachId: breach.id, path: "assess", done: t("saved"), onClose },
    fields: ["reasoning", "exemption_reason"],
  })
  const change = (values: Partial<Draft>) => {
    form.reset()
    setChanges({ ...changes, ...values })
  }
  return (
    <FormDrawer
      title={t("risk.assess")}
      text={t("risk.text")}
      submitLabel={t("risk.assess")}
      isPending={form.isPending}
      isReady={isReady(draft)}
      error={form.error}
      testId="dk-breach-risk-drawer"
      onSubmit={() => {
        form.submit(bodyOf(draft))
      }}
      onClose={onClose}
    >
      {quickStart && <QuickStartQuestions quickStart={quickStart} />}
      <div className="flex flex-col gap-y-1">
        <SelectField
          id="dk-breach-risk-level"
          label={t("risk.label")}
          value={draft.risk}
          options={RISKS.map((value) => ({ value, label: tBreaches(`risk.${value}`) }))}
          onChange={(risk) => {
            change({ risk })
          }}
        />
        <Text size="small" className="text-ui-fg-subtle">
          {t(`risk.means.${draft.risk}`)}
        </Text>
      </div>
      <TextField
        id="dk-breach-reasoning"
        label={t("risk.reasoning")}
        hint={t("risk.reasoningHint")}
        rows={5}
        maxLength={5000}
        isRequired
        value={draft.reasoning}
        problem={form.problemOf("reasoning")}
        onChange={(reasoning) => {
          change({ reasoning })
        }}
      />
      <ExemptionFields draft={draft} problemOf={form.problemOf} onChange={change} />
    </FormDrawer>
  )
}
