import type { AdminNetsAccount, AdminSetupItem, AdminSetupState } from "../../../types/http"
import type { Finding } from "../../../modules/access/domain/doctor/finding"
import type { InvoiceSetup } from "../../invoice"
import type { NoticesInUse } from "../../consent"

/** What is known of how far a store has come with setting up. */
export type SetupFacts = {
  isProduction: boolean
  /** Options that a development server does without. */
  missingOptions: readonly string[]
  /** What the doctor found. */
  findings: readonly Finding[]
  notices: NoticesInUse
  isReadLogWanted: boolean
  invoices: InvoiceSetup
  nets: { isOffered: boolean; accounts: readonly AdminNetsAccount[] }
}

const item = (
  name: AdminSetupItem["item"],
  { isUsed = true, lacking, has = [] }: { isUsed?: boolean; lacking: string[]; has?: string[] }
): AdminSetupItem => {
  const state: AdminSetupState = !isUsed ? "not_used" : lacking.length > 0 ? "missing" : "done"
  return { item: name, state, lacking: isUsed ? lacking : [], has }
}

const missing = (isMissing: boolean, name: string): string[] => (isMissing ? [name] : [])

/** Names of what the doctor has something against: the option or tables it says, else the check. */
const complaints = (findings: readonly Finding[], ...checks: string[]): string[] => {
  const names = findings
    .filter(({ check, state }) => checks.includes(check) && state !== "ok")
    .map(({ check, values: { option, tables } }) => (option ?? tables ?? check).toString())
  return [...new Set(names)]
}

const netsItem = ({ isProduction, nets: { isOffered, accounts } }: SetupFacts): AdminSetupItem => {
  const isLive = accounts.some(({ environment }) => environment === "live")
  return item("nets", {
    isUsed: isOffered || accounts.length > 0,
    lacking: [
      ...missing(accounts.length === 0, "nets.accounts"),
      ...missing(accounts.length > 0 && isProduction && !isLive, "environment: live"),
    ],
    has: accounts.map(({ name, environment }) => `${name}: ${environment}`),
  })
}

const invoiceItems = ({
  invoices: { mode, isLive, isYearKnown },
}: SetupFacts): AdminSetupItem[] => [
  item("financial_years", {
    isUsed: mode !== "off",
    lacking: missing(!isYearKnown, "financial_year"),
  }),
  item("invoices", {
    isUsed: mode !== "off",
    lacking: missing(mode === "own" && !isLive, "live_series"),
    has: [mode],
  }),
]

/** What a store does before it opens: done, missing or not in use, as the facts say it. */
export const setupOf = (facts: SetupFacts): AdminSetupItem[] => {
  const { missingOptions, findings, notices, isReadLogWanted } = facts
  return [
    item("controller", { lacking: missing(missingOptions.includes("controller"), "controller") }),
    item("secrets", { lacking: complaints(findings, "secrets") }),
    item("roles", { lacking: complaints(findings, "staff") }),
    item("staff_notice", {
      isUsed: isReadLogWanted,
      lacking: missing(!notices.isStaffTold, "staff"),
    }),
    item("notices", { lacking: notices.lacking }),
    ...invoiceItems(facts),
    netsItem(facts),
    item("email", { lacking: complaints(findings, "email") }),
    item("database", { lacking: complaints(findings, "evidence", "indexes") }),
  ]
}
