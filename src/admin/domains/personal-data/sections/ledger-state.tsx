import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminLedgerState } from "../../../../types/http"
import { Facts } from "../../../shared/facts"
import { formatMoment } from "../../../shared/format"

type LedgerStateProps = { ledger: AdminLedgerState }

/** What is wrong with the list, if anything; without a list nobody is found again. */
const problemOf = ({ place, is_reachable: reachable, lines, unsent }: AdminLedgerState) => {
  if (place === "none") return "none"
  if (reachable === false) return "unreachable"
  if (lines === 0) return "empty"
  return unsent > 0 ? "unsent" : null
}

const Problem = ({ ledger }: LedgerStateProps) => {
  const { t } = useTranslation("dkReplays")
  const problem = problemOf(ledger)
  if (problem === null) return null
  return (
    <div className="px-6 py-4">
      <Alert
        variant={problem === "empty" ? "info" : problem === "unreachable" ? "error" : "warning"}
        data-testid={`dk-ledger-${problem}`}
      >
        {t(`problem.${problem}`, { count: ledger.unsent })}
      </Alert>
    </div>
  )
}

/** Where the list stands, whether it can be read, and how much is on it. */
export const LedgerState = ({ ledger }: LedgerStateProps) => {
  const { t, i18n } = useTranslation("dkReplays")
  const { place, lines, last_line_at: last, rows } = ledger
  const isOutside = place !== "none"
  return (
    <>
      <Problem ledger={ledger} />
      <Facts
        rows={[
          { label: t("place"), value: t(`places.${place}`) },
          ...(isOutside ? [{ label: t("lines"), value: lines?.toString() ?? t("unknown") }] : []),
          ...(last === null
            ? []
            : [{ label: t("lastLine"), value: formatMoment(last, i18n.language) }]),
          { label: t("rows"), value: rows.toString() },
        ]}
      />
    </>
  )
}
