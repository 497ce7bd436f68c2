import type { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOverview, AdminOverviewNumbers, AdminOverviewTask } from "../../../../types/http"
import { useBreachStates } from "../../breach/hooks/use-breach-states"
import { useRecipientStates } from "../../subject-request/hooks/use-recipient-states"
import { useRequestStates } from "../../subject-request/hooks/use-request-states"
import { countUpTo } from "../overview"

export type State = { color: ComponentProps<typeof StatusBadge>["color"]; text: string }
type Area = keyof AdminOverviewNumbers
type Numbers = Partial<AdminOverviewNumbers>

const shown = (count: number, color: State["color"], text: string): State[] =>
  count > 0 ? [{ color, text }] : []

const usePrivacyStates = ({
  erasures,
  holds,
  restrictions,
  retention,
  data_map: map,
}: Numbers): Partial<Record<Area, State[]>> => {
  const { t } = useTranslation("dkPrivacy")
  const inForce = (count = 0) => shown(count, "orange", t("overview.holdCount", { count }))
  const proposed = erasures?.proposed ?? 0
  const planned = erasures?.planned ?? 0
  const drift = map?.drift ?? 0
  return {
    erasures: [
      ...shown(proposed, "orange", t("overview.proposed", { count: proposed })),
      ...shown(planned, "blue", t("overview.planned", { count: planned })),
    ],
    holds: inForce(holds?.active),
    restrictions: inForce(restrictions?.active),
    retention: shown(retention?.stopped_until ? 1 : 0, "orange", t("overview.stopped")),
    data_map: [
      drift > 0
        ? { color: "red", text: t("overview.drift", { count: drift }) }
        : { color: "green", text: t("overview.complete") },
    ],
  }
}

const useCheckStates = ({
  sweeps,
  notices,
  findings,
  staff_checks: checks,
}: Numbers): Partial<Record<Area, State[]>> => {
  const { t } = useTranslation("dkPrivacy")
  const { t: tRetention } = useTranslation("dkRetention")
  const { t: tOverview } = useTranslation("dkOverview")
  const parked = sweeps?.parked ?? 0
  const fallbacks = notices?.fallbacks ?? 0
  const open = findings?.open ?? 0
  const asking = checks?.asking ?? 0
  const stopped = Object.values(findings?.inputs ?? {}).reduce((sum, count) => sum + count, 0)
  return {
    sweeps: shown(parked, "red", tRetention("sweep.parked", { count: parked })),
    notices: shown(fallbacks, "orange", t("overview.noticeCount", { count: fallbacks })),
    findings: [
      ...shown(open, "red", t("overview.findingCount", { count: open })),
      ...shown(stopped, "grey", tOverview("state.inputs", { count: stopped })),
    ],
    staff_checks: shown(asking, "orange", t("overview.staffCheckCount", { count: asking })),
  }
}

const useShopStates = (
  { consents, access, nets, invoices }: Numbers,
  tasks: readonly AdminOverviewTask[]
): Partial<Record<Area, State[]>> => {
  const { t } = useTranslation("dkOverview")
  const { given = 0, withdrawn = 0, objected = 0 } = consents?.months.at(-1) ?? {}
  const stopped = withdrawn + objected
  const everyone = access?.see_everyone ?? 0
  const waiting = nets?.receipts_waiting ?? 0
  const failed = nets?.receipts_failed ?? 0
  const problems = nets?.open_problems ?? 0
  // The server says when it is late.
  const late = tasks.find(({ area, code }) => area === "nets" && code === "sweep_late")?.count ?? 0
  const lacking = invoices?.lacking ?? 0
  const undelivered = invoices?.undelivered ?? 0
  const requested = invoices?.requested ?? 0
  const cut = (count: number) => countUpTo(count, invoices?.counted_to)
  return {
    consents: [
      ...shown(given, "grey", t("state.given", { count: given })),
      ...shown(stopped, "grey", t("state.withdrawn", { count: stopped })),
    ],
    access: [
      ...shown(access?.unlimited ?? 0, "red", t("state.unlimited", { count: access?.unlimited })),
      ...shown(everyone, "grey", t("state.everyone", { count: everyone })),
    ],
    nets: [
      ...shown(problems, "red", t("state.problems", { count: problems })),
      ...shown(failed, "red", t("state.failed", { count: failed })),
      ...shown(waiting, "blue", t("state.waiting", { count: waiting })),
      ...shown(late, "red", t("state.sweepLate", { count: late })),
    ],
    invoices: [
      ...shown(lacking, "orange", t("state.lacking", cut(lacking))),
      ...shown(undelivered, "orange", t("state.undelivered", cut(undelivered))),
      ...shown(requested, "orange", t("state.requested", { count: requested })),
    ],
  }
}

/** What the numbers of each area say beside its name. */
export const useAreaStates = ({
  numbers,
  tasks,
}: AdminOverview): Partial<Record<Area, State[]>> => {
  const requests = useRequestStates(numbers.requests)
  const breaches = useBreachStates(numbers.breaches)
  const recipients = useRecipientStates(numbers.recipients)
  return {
    ...{ requests, breaches, recipients },
    ...usePrivacyStates(numbers),
    ...useCheckStates(numbers),
    ...useShopStates(numbers, tasks),
  }
}
