import type {
  AdminDoctorReport,
  AdminOverviewNumbers,
  AdminOverviewTask,
} from "../../../types/http"

type Numbers = Partial<AdminOverviewNumbers>
type Counted = Omit<AdminOverviewTask, "area">

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Jobs run every minute; what is older than this many seconds asks for attention. */
const LATE_SECONDS = 900

const task = (code: string, count: number, deadline: string | null = null): Counted => ({
  ...{ code, count, deadline },
  is_urgent: false,
})

const urgent = (code: string, count: number, deadline: string | null = null): Counted => ({
  ...task(code, count, deadline),
  is_urgent: true,
})

const ofBreaches = (
  { overdue, open, new_reports: tips, next_deadline_at: limit }: AdminOverviewNumbers["breaches"],
  now: Date
): Counted[] => {
  if (overdue > 0) return [urgent("overdue", overdue, limit), task("tips", tips)]
  if (limit === null) return [task("open", open), task("tips", tips)]
  const isNear = Date.parse(limit) - now.getTime() < DAY_MS
  return [isNear ? urgent("clock", 1, limit) : task("clock", 1, limit), task("tips", tips)]
}

const late = (code: string, seconds: number): Counted[] =>
  seconds > LATE_SECONDS ? [urgent(code, Math.floor(seconds / 60))] : []

type Judges = {
  [Area in keyof AdminOverviewNumbers]?: (
    numbers: AdminOverviewNumbers[Area],
    now: Date
  ) => Counted[]
}

/** What of an area's numbers asks for staff; areas that are only told of have no judge. */
const JUDGES: Judges = {
  breaches: ofBreaches,
  requests: (of) => [
    urgent("overdue", of.overdue, of.overdue_since),
    task("due", of.due, of.next_due_on),
    task("by_hand", of.letters_by_hand),
    task("waiting", of.has_mail_provider ? 0 : of.letters_waiting),
  ],
  recipients: ({ escalated, reviews }) => [
    urgent("escalated", escalated),
    task("reviews", reviews),
  ],
  erasures: ({ proposed }) => [task("proposed", proposed)],
  retention: ({ without_rule: columns, stopped_until: day }) => [
    urgent("without_rule", columns),
    task("stopped", day === null ? 0 : 1, day),
  ],
  sweeps: ({ parked }) => [urgent("parked", parked)],
  notices: ({ fallbacks }) => [task("fallbacks", fallbacks)],
  findings: ({ open }) => [urgent("open", open)],
  staff_checks: ({ asking }) => [task("asking", asking)],
  data_map: ({ drift }) => [urgent("drift", drift)],
  access: ({ unlimited, see_everyone: everyone }) => [
    urgent("unlimited", unlimited === 0 ? 0 : everyone),
  ],
  nets: (of) => [
    urgent("problems", of.open_problems),
    urgent("receipts_failed", of.receipts_failed),
    ...late("webhooks_late", of.oldest_unprocessed_receipt_seconds),
    ...late("sweep_late", of.sweep_lag_seconds),
  ],
  invoices: ({ lacking, undelivered, requested }) => [
    task("lacking", lacking),
    task("undelivered", undelivered),
    task("requested", requested),
  ],
}

const AREAS: readonly (keyof AdminOverviewNumbers)[] = [
  "breaches",
  "requests",
  "nets",
  "invoices",
  "recipients",
  "erasures",
  "sweeps",
  "findings",
  "data_map",
  "retention",
  "access",
  "staff_checks",
  "notices",
]

const judgeArea = <Area extends keyof AdminOverviewNumbers>(
  area: Area,
  numbers: Numbers,
  now: Date
): AdminOverviewTask[] => {
  const judge: Judges[Area] = JUDGES[area]
  const known: Numbers[Area] = numbers[area]
  return known === undefined || !judge ? [] : judge(known, now).map((found) => ({ area, ...found }))
}

/** What asks for staff: what is urgent first, within it what has the nearest limit, then by area. */
export const tasksOf = (
  numbers: Numbers,
  doctor: AdminDoctorReport | undefined,
  now: Date
): AdminOverviewTask[] => {
  const problems = doctor?.findings.filter(({ state }) => state === "problem").length ?? 0
  const found = [
    ...AREAS.flatMap((area) => judgeArea(area, numbers, now)),
    { area: "doctor" as const, ...urgent("problems", problems) },
  ].filter(({ count }) => count > 0)
  const rank = ({ is_urgent: isUrgent, deadline }: AdminOverviewTask): number =>
    (isUrgent ? 0 : 2) + (deadline === null ? 1 : 0)
  const limit = ({ deadline }: AdminOverviewTask): number => Date.parse(deadline ?? "") || 0
  return found.sort((a, b) => rank(a) - rank(b) || limit(a) - limit(b))
}
