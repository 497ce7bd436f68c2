import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminConsentMonth } from "../../../../types/http"
import { formatMonth } from "../../../shared/format"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { Sideways } from "../../../shared/sideways"
import { useConsentNumbers } from "../hooks/use-consents"

const STATES = ["given", "refused", "withdrawn", "objected"] as const

const COLOURS = {
  given: "bg-ui-tag-green-icon",
  refused: "bg-ui-tag-neutral-icon",
  withdrawn: "bg-ui-tag-orange-icon",
  objected: "bg-ui-tag-red-icon",
} as const

/** The numbers of a month as a bar, for the eye; the table's figures say the same. */
const Bar = ({ month, most }: { month: AdminConsentMonth; most: number }) => (
  <div className="flex h-2 w-full min-w-[80px] overflow-hidden rounded-sm" aria-hidden="true">
    {STATES.map((state) => (
      <div
        key={state}
        className={COLOURS[state]}
        style={{ width: `${((100 * month[state]) / most).toString()}%` }}
      />
    ))}
  </div>
)

const totalOf = (month: AdminConsentMonth): number =>
  STATES.reduce((sum, state) => sum + month[state], 0)

const Months = ({ months }: { months: readonly AdminConsentMonth[] }) => {
  const { t, i18n } = useTranslation("dkConsents")
  const most = Math.max(...months.map(totalOf), 1)
  return (
    <Table>
      <caption className="sr-only">{t("numbers.caption")}</caption>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{t("numbers.month")}</Table.HeaderCell>
          <Table.HeaderCell className="hidden w-[34%] md:table-cell" aria-hidden="true" />
          {STATES.map((state) => (
            <Table.HeaderCell key={state} scope="col" className="text-right">
              <span className="inline-flex items-center gap-x-2">
                <span
                  className={`hidden h-2 w-2 rounded-full md:inline-block ${COLOURS[state]}`}
                  aria-hidden="true"
                />
                {t(`numbers.${state}`)}
              </span>
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {[...months].reverse().map((month) => (
          <Table.Row key={month.month} data-testid="dk-consent-month">
            <Table.Cell>{formatMonth(month.month, i18n.language)}</Table.Cell>
            <Table.Cell className="hidden md:table-cell" aria-hidden="true">
              <Bar month={month} most={most} />
            </Table.Cell>
            {STATES.map((state) => (
              <Table.Cell key={state} className="text-right">
                {month[state]}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

/** How often people said yes, no, and no more, by month; of one purpose when one is chosen. */
export const NumbersSection = ({ purpose }: { purpose: string }) => {
  const { t } = useTranslation("dkConsents")
  const query = useConsentNumbers(purpose)
  const months = query.data?.months ?? []
  const isEmpty = months.every((month) => totalOf(month) === 0)
  return (
    <Section title={t("numbers.title")} text={t("numbers.text")} testId="dk-consent-numbers">
      <Reading query={query} lines={6} />
      {query.data && isEmpty && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("numbers.none")}
        </Text>
      )}
      {query.data && !isEmpty && (
        <Sideways label={t("numbers.caption")}>
          <Months months={months} />
        </Sideways>
      )}
    </Section>
  )
}
