import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminInputOutcome } from "../../../../types/http"
import { ListTable } from "../../../shared/list-table"
import { Reading } from "../../../shared/reading"
import { Section } from "../../../shared/section"
import { useInputCounts } from "../hooks/use-findings"

const OUTCOMES: readonly AdminInputOutcome[] = [
  "cpr_asked",
  "cpr_confirmed",
  "cpr_masked",
  "card_refused",
  "card_code_refused",
  "card_masked",
]

/** What was stopped or masked before it was stored, counted. */
export const InputCountsSection = () => {
  const { t, i18n } = useTranslation("dkAccessChecks")
  const query = useInputCounts()
  const totals = query.data?.totals
  return (
    <Section title={t("counts.title")} text={t("counts.text")} testId="dk-input-counts">
      <Reading query={query} lines={5} />
      {totals && (
        <ListTable
          columns={[
            { key: "outcome", label: t("counts.outcome") },
            { key: "count", label: t("counts.count"), isRight: true },
          ]}
        >
          {OUTCOMES.map((outcome) => (
            <Table.Row key={outcome} data-testid={`dk-input-count-${outcome}`}>
              <Table.Cell>{t(`counts.${outcome}`)}</Table.Cell>
              <Table.Cell className="text-right tabular-nums">
                {totals[outcome].toLocaleString(i18n.language)}
              </Table.Cell>
            </Table.Row>
          ))}
        </ListTable>
      )}
    </Section>
  )
}
