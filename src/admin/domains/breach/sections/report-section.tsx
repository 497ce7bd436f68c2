import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { localeOf } from "../../../shared/locale"
import type { Locale } from "../../../shared/locale"
import { Reading } from "../../../shared/reading"
import { SelectField } from "../../../shared/select-field"
import { PhaseDrawer } from "../forms/phase-drawer"
import { useReport } from "../hooks/use-breaches"
import { CasePart } from "./case-part"
import type { CaseProps } from "./case-part"
import { PhaseList } from "./phase-list"
import { ReportButtons } from "./report-buttons"

const LOCALES = ["da", "en"] as const satisfies readonly Locale[]

const ReportText = ({ breach }: Pick<CaseProps, "breach">) => {
  const { t, i18n } = useTranslation("dkBreachCase")
  const { t: tBreaches } = useTranslation("dkBreaches")
  const [locale, setLocale] = useState<Locale>(localeOf(i18n.language))
  const query = useReport(breach.id, locale)
  const { data } = query
  const missing = (data?.missing ?? []).map((field) => tBreaches(`missing.${field}`)).join(", ")
  return (
    <>
      <Reading query={query} lines={6} />
      {data && (
        <div className="flex flex-col gap-y-4 px-6 py-4">
          <Alert
            variant={data.missing.length === 0 ? "success" : "info"}
            data-testid="dk-breach-report-missing"
          >
            {data.missing.length === 0
              ? t("report.complete")
              : t("report.missing", { fields: missing })}
          </Alert>
          <div className="flex flex-col gap-4 md:flex-row md:items-end md:justify-between">
            <SelectField
              id="dk-breach-report-locale"
              label={t("report.language")}
              value={locale}
              options={LOCALES.map((value) => ({ value, label: t(`report.locale.${value}`) }))}
              onChange={setLocale}
            />
            <ReportButtons report={data} breachId={breach.id} />
          </div>
          <section
            aria-label={t("report.label")}
            // A long text is scrolled in its box, also by keyboard.
            tabIndex={0}
            className="bg-ui-bg-subtle max-h-[420px] overflow-auto rounded-md border p-4"
            data-testid="dk-breach-report-text"
          >
            <p className="txt-small whitespace-pre-wrap break-words">{data.text}</p>
          </section>
        </div>
      )}
    </>
  )
}

/** What the authority is told: the text to paste, what it lacks, and what has been sent. */
export const ReportSection = ({ breach, mayDecide }: CaseProps) => {
  const { t } = useTranslation("dkBreachCase")
  const [isRegistering, setRegistering] = useState(false)
  const { duties, timeline, is_ruled_out: isNone } = breach
  const phases = timeline.filter(({ type }) => type === "reported")
  if (phases.length === 0 && (isNone || duties?.notifyAuthority === false)) return null
  return (
    <CasePart
      breach={breach}
      title={t("report.title")}
      text={breach.is_drill ? t("report.drillText") : t("report.text")}
      testId="dk-breach-report"
      actions={
        breach.state === "open" &&
        mayDecide && (
          <Button
            size="small"
            variant={phases.length === 0 ? "primary" : "secondary"}
            data-testid="dk-breach-phase"
            onClick={() => {
              setRegistering(true)
            }}
          >
            {t("report.register")}
          </Button>
        )
      }
    >
      <ReportText breach={breach} />
      <PhaseList phases={phases} />
      {isRegistering && (
        <PhaseDrawer
          breach={breach}
          onClose={() => {
            setRegistering(false)
          }}
        />
      )}
    </CasePart>
  )
}
