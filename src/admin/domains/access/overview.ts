import type {
  AdminOverview,
  AdminOverviewArea,
  AdminOverviewTask,
  AdminRetentionMonth,
  AdminSetupItem,
} from "../../../types/http"

/** Where the list of an area stands; the doctor stands on the overview itself. */
const PLACES: Readonly<Record<AdminOverviewArea, string>> = {
  requests: "/privacy/requests",
  breaches: "/privacy/breaches",
  recipients: "/privacy/recipients",
  erasures: "/privacy/erasures",
  holds: "/privacy/holds",
  restrictions: "/privacy/restrictions",
  retention: "/privacy/retention",
  sweeps: "/privacy/sweeps",
  notices: "/privacy/notices",
  consents: "/privacy/consents",
  findings: "/privacy/findings",
  staff_checks: "/privacy/staff-checks",
  data_map: "/privacy/data-map",
  access: "/privacy/access",
  nets: "/nets",
  invoices: "/invoices",
  doctor: "/privacy#dk-doctor",
}

/** Lists that show more than what is asked for unless the address says which. */
const CHOSEN: Readonly<Record<string, string>> = {
  "erasures.proposed": "?status=proposed",
  "recipients.escalated": "?tasks_state=escalated",
  "nets.receipts_failed": "?inbox_state=failed",
  "nets.webhooks_late": "?inbox_state=waiting",
}

/** Where something that asks for staff is done. */
export const placeOf = ({ area, code }: Pick<AdminOverviewTask, "area" | "code">): string =>
  `${PLACES[area]}${CHOSEN[`${area}.${code}`] ?? ""}`

/** Where a point of setting up is done in Admin; null where the store's configuration is. */
export const setupPlaceOf = (item: AdminSetupItem["item"]): string | null => {
  if (item === "roles") return PLACES.access
  if (item === "notices" || item === "staff_notice") return PLACES.notices
  if (item === "invoices" || item === "financial_years") return PLACES.invoices
  return null
}

/** Whether a deadline is a day in Denmark and no instant. */
export const isDay = (deadline: string): boolean => !deadline.includes("T")

/** How many things fall due in each month, and the share of the fullest, 0 to 100. */
export const barsOf = (
  months: readonly AdminRetentionMonth[]
): { month: string; count: number; share: number }[] => {
  const counts = months.map(({ month, counts: of }) => ({
    month,
    count: Object.values(of).reduce((sum, count) => sum + count, 0),
  }))
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return counts.map(({ month, count }) => ({
    ...{ month, count },
    // What is there is seen, however little it is beside the rest.
    share: count === 0 ? 0 : Math.max(3, Math.round((count / most) * 100)),
  }))
}

/** A count, and how it is shown where counting ended at a limit. */
export const countUpTo = (count: number, limit = Infinity): { count: number; shown: string } => ({
  count,
  shown: count >= limit ? `${limit.toString()}+` : count.toString(),
})

type Areas = Partial<Record<AdminOverviewArea, unknown>>

/** Whether the caller may open an area: its numbers came, or failed to come. */
export const isOpenTo = (overview: AdminOverview, area: AdminOverviewArea): boolean => {
  const known: Areas = { ...overview.numbers, ...(overview.doctor && { doctor: overview.doctor }) }
  return known[area] !== undefined || overview.failed.some((one) => one.area === area)
}
