import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminOverviewNumbers } from "../../../../types/http"
import { formatMonth } from "../../../shared/format"
import { Section } from "../../../shared/section"
import { barsOf } from "../overview"

type Bar = ReturnType<typeof barsOf>[number]

const shortMonth = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language.startsWith("da") ? "da-DK" : "en-GB", {
    ...{ month: "narrow", timeZone: "UTC" },
  }).format(new Date(`${month}-01T00:00:00Z`))

const Column = ({ bar: { month, count, share }, language }: { bar: Bar; language: string }) => (
  <div className="flex min-w-0 flex-1 flex-col items-center gap-y-1">
    <div className="flex h-24 w-full flex-col items-center justify-end gap-y-1">
      {count > 0 && (
        <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {new Intl.NumberFormat(language, { notation: "compact" }).format(count)}
        </Text>
      )}
      <div
        className={`${count > 0 ? "bg-ui-tag-blue-icon" : "bg-ui-border-base"} w-full max-w-8 rounded-t`}
        style={{ height: count > 0 ? `${(share * 0.75).toString()}%` : "2px" }}
      />
    </div>
    <Text size="xsmall" leading="compact" className="text-ui-fg-subtle">
      {shortMonth(month, language)}
    </Text>
  </div>
)

/** The same for those who do not see the columns. */
const Table = ({ bars, language }: { bars: readonly Bar[]; language: string }) => {
  const { t } = useTranslation("dkOverview")
  return (
    <table className="sr-only" data-testid="dk-due-table">
      <caption>{t("due.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("due.month")}</th>
          <th scope="col">{t("due.count")}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ month, count }) => (
          <tr key={month}>
            <th scope="row">{formatMonth(month, language)}</th>
            <td>{new Intl.NumberFormat(language).format(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What reaches the end of its term in each of the months to come. */
export const DueChart = ({ retention }: { retention: AdminOverviewNumbers["retention"] }) => {
  const { t, i18n } = useTranslation("dkOverview")
  const bars = barsOf(retention.months)
  const isEmpty = bars.every(({ count }) => count === 0)
  return (
    <Section
      title={t("due.title")}
      text={retention.due > 0 ? t("due.now", { count: retention.due }) : t("due.text")}
      testId="dk-due"
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="/privacy/retention">{t("due.see")}</Link>
        </Button>
      }
    >
      {isEmpty ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("due.none")}
        </Text>
      ) : (
        <div className="relative px-6 py-4">
          <div
            className="flex items-end gap-x-1 md:gap-x-3"
            aria-hidden
            data-testid="dk-due-columns"
          >
            {bars.map((bar) => (
              <Column key={bar.month} bar={bar} language={i18n.language} />
            ))}
          </div>
          <Table bars={bars} language={i18n.language} />
        </div>
      )}
    </Section>
  )
}
