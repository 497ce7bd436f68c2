import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminRetention, AdminRetentionMonth } from "../../../../types/http"
import { formatMonth } from "../../../shared/format"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { countOf } from "../retention"
import { useRuleName } from "../hooks/use-rule-name"

const ALL = "all"

type BarProps = { month: AdminRetentionMonth; count: number; most: number }

const Bar = ({ month: { month }, count, most }: BarProps) => {
  const { i18n } = useTranslation("dkRetention")
  const share = count === 0 ? 0 : Math.max(1, Math.round((count / most) * 100))
  return (
    <li className="flex items-center gap-x-3" data-testid="dk-retention-month">
      <Text size="small" className="text-ui-fg-subtle w-32 shrink-0">
        {formatMonth(month, i18n.language)}
      </Text>
      <div className="grow" aria-hidden>
        <div
          className="bg-ui-tag-neutral-icon h-2 rounded-full"
          style={{ width: `${share.toString()}%` }}
        />
      </div>
      <Text size="small" className="w-20 shrink-0 text-right">
        {new Intl.NumberFormat(i18n.language).format(count)}
      </Text>
    </li>
  )
}

/** What falls due in each of the months to come, all of it or of one rule. */
export const RetentionChart = ({ retention: { rules, months } }: { retention: AdminRetention }) => {
  const { t } = useTranslation("dkRetention")
  const ruleName = useRuleName()
  const [chosen, setChosen] = useState(ALL)
  const counts = months.map((month) => countOf(month, chosen === ALL ? null : chosen))
  const most = Math.max(1, ...counts)
  return (
    <Section
      title={t("chart.title")}
      text={t("chart.text")}
      testId="dk-retention-chart"
      actions={
        <SelectField
          id="dk-retention-chart-rule"
          label={t("chart.rule")}
          isLabelHidden
          value={chosen}
          options={[
            { value: ALL, label: t("chart.all") },
            ...rules.map(({ rule }) => ({ value: rule, label: ruleName(rule) })),
          ]}
          onChange={setChosen}
        />
      }
    >
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {months.map((month, index) => (
          <Bar key={month.month} month={month} count={counts[index] ?? 0} most={most} />
        ))}
      </ul>
    </Section>
  )
}
