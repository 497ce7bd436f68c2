import { sayTask } from "../../../modules/access/domain/overview/say-task"
import type { OverviewLocale } from "../../../modules/access/domain/overview/say-task"
import { copenhagenDay } from "../../../rules"
import type {
  AdminDoctorReport,
  AdminOverviewNumbers,
  AdminOverviewTask,
} from "../../../types/http"

type Numbers = Partial<AdminOverviewNumbers>
type Counted = Omit<AdminOverviewTask, "area" | "says">
type Found = Omit<AdminOverviewTask, "says">

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

const ofBreaches = (of: AdminOverviewNumbers["breaches"], now: Date): Counted[] => {
  const { overdue, running, next_running_deadline_at: limit } = of
  const isNear = limit !== null && Date.parse(limit) - now.getTime() < DAY_MS
  return [
    urgent("overdue", overdue, of.next_deadline_at),
    isNear ? urgent("clock", running, limit) : task("clock", running, limit),
    task("open", overdue + running > 0 ? 0 : of.open),
    task("tips", of.new_reports),
  ]
}

const ofRequests = (of: AdminOverviewNumbers["requests"], now: Date): Counted[] => {
  const tomorrow = new Date(Date.parse(copenhagenDay(now)) + DAY_MS).toISOString().slice(0, 10)
  const isNear = of.next_due_on !== null && of.next_due_on <= tomorrow
  return [
    urgent("overdue", of.overdue, of.overdue_since),
    isNear ? urgent("due", of.due, of.next_due_on) : task("due", of.due, of.next_due_on),
    task("by_hand", of.letters_by_hand),
    task("waiting", of.has_mail_provider ? 0 : of.letters_waiting),
  ]
}

const late = (code: string, seconds: number): Counted[] =>
  seconds > LATE_SECONDS ? [urgent(code, Math.floor(seconds / 60))] : []

type Judge = (numbers: Numbers, now: Date) => Found[]

const judge =
  <Area extends keyof AdminOverviewNumbers>(
    area: Area,
    find: (of: AdminOverviewNumbers[Area], now: Date) => Counted[]
  ): Judge =>
  (numbers, now) => {
    const known: Numbers[Area] = numbers[area]
    return known === undefined ? [] : find(known, now).map((found) => ({ area, ...found }))
  }

/** What of the numbers asks for staff, by area; areas that are only told of have no judge. */
const JUDGES: readonly Judge[] = [
  judge("breaches", ofBreaches),
  judge("requests", ofRequests),
  judge("nets", (of) => [
    urgent("problems", of.open_problems),
    urgent("receipts_failed", of.receipts_failed),
    ...late("webhooks_late", of.oldest_unprocessed_receipt_seconds),
    ...late("sweep_late", of.sweep_lag_seconds),
  ]),
  judge("invoices", ({ lacking, undelivered, requested }) => [
    task("lacking", lacking),
    task("undelivered", undelivered),
    task("requested", requested),
  ]),
  judge("recipients", ({ escalated, reviews }) => [
    urgent("escalated", escalated),
    task("reviews", reviews),
  ]),
  judge("erasures", ({ proposed }) => [task("proposed", proposed)]),
  judge("sweeps", ({ parked }) => [urgent("parked", parked)]),
  judge("findings", ({ open }) => [urgent("open", open)]),
  judge("data_map", ({ drift }) => [urgent("drift", drift)]),
  judge("retention", ({ without_rule: columns, stopped_until: day }) => [
    urgent("without_rule", columns),
    task("stopped", day === null ? 0 : 1, day),
  ]),
  judge("access", ({ unlimited, see_everyone: everyone }) => [
    urgent("unlimited", unlimited === 0 ? 0 : everyone),
  ]),
  judge("staff_checks", ({ asking }) => [task("asking", asking)]),
  judge("notices", ({ fallbacks }) => [task("fallbacks", fallbacks)]),
]

/** What asks for staff: what is urgent first, within it what has the nearest limit, then by area. */
export const tasksOf = (
  numbers: Numbers,
  doctor: AdminDoctorReport | undefined,
  { locale, now }: { locale: OverviewLocale; now: Date }
): AdminOverviewTask[] => {
  const problems = doctor?.findings.filter(({ state }) => state === "problem").length ?? 0
  const found = [
    ...JUDGES.flatMap((find) => find(numbers, now)),
    { area: "doctor" as const, ...urgent("problems", problems) },
  ].filter(({ count }) => count > 0)
  const rank = ({ is_urgent: isUrgent, deadline }: Found): number =>
    (isUrgent ? 0 : 2) + (deadline === null ? 1 : 0)
  const limit = ({ deadline }: Found): number => Date.parse(deadline ?? "") || 0
  return found
    .sort((a, b) => rank(a) - rank(b) || limit(a) - limit(b))
    .map((one) => ({ ...one, says: sayTask(one, locale) }))
}
