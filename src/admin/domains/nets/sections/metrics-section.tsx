import { useTranslation } from "react-i18next"
import type { AdminNetsMetrics } from "../../../../types/http"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { durationOf } from "../duration"
import { useMetrics } from "../hooks/use-health"

type FigureProps = { label: string; value: string; isAlarm: boolean }

const Figure = ({ label, value, isAlarm }: FigureProps) => (
  <div data-testid="dk-nets-figure">
    <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
    <dd className={`txt-large-plus mt-1 ${isAlarm ? "text-ui-fg-error" : "text-ui-fg-base"}`}>
      {value}
    </dd>
  </div>
)

/** The job runs every minute; what is older than this many seconds asks for attention. */
const LATE_SECONDS = 900

const Figures = ({ metrics }: { metrics: AdminNetsMetrics }) => {
  const { t } = useTranslation("dkNetsPage")
  const oldest = metrics.oldest_unprocessed_receipt_seconds
  const lag = metrics.sweep_lag_seconds
  const durationText = (seconds: number) => {
    const { unit, count } = durationOf(seconds)
    return t(`duration.${unit}`, { count })
  }
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-6 px-6 py-4 md:grid-cols-5">
      <Figure
        label={t("metrics.problems")}
        value={metrics.open_problems.toString()}
        isAlarm={metrics.open_problems > 0}
      />
      <Figure
        label={t("metrics.unknown")}
        value={metrics.unknown_outcomes.toString()}
        isAlarm={metrics.unknown_outcomes > 0}
      />
      <Figure
        label={t("metrics.oldest")}
        value={durationText(oldest)}
        isAlarm={oldest > LATE_SECONDS}
      />
      <Figure label={t("metrics.sweep")} value={durationText(lag)} isAlarm={lag > LATE_SECONDS} />
      <Figure label={t("metrics.open")} value={metrics.open_payments.toString()} isAlarm={false} />
    </dl>
  )
}

/** Whether the machinery keeps up, in five figures. */
export const MetricsSection = () => {
  const { t } = useTranslation("dkNetsPage")
  const query = useMetrics()
  return (
    <Section level="h1" title={t("title")} text={t("text")} testId="dk-nets-metrics">
      <Reading query={query} lines={2} />
      {query.data && <Figures metrics={query.data} />}
    </Section>
  )
}
