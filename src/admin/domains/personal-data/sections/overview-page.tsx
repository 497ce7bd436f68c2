import { StatusBadge, Text } from "@medusajs/ui"
import { TriangleRightMini } from "@medusajs/icons"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorNotice } from "../../../shared/error-notice"
import { Section } from "../../../shared/section"
import { useBreachStates } from "../../breach/hooks/use-breach-states"
import { useFindings } from "../../access/hooks/use-findings"
import { useStaffChecks } from "../../access/hooks/use-staff-checks"
import { useRecipientStates } from "../../subject-request/hooks/use-recipient-states"
import { useRequestStates } from "../../subject-request/hooks/use-request-states"
import { useFallbacks } from "../../consent/hooks/use-notices"
import { useDrift } from "../hooks/use-data-map"
import { useErasureList } from "../hooks/use-erasures"
import { useHolds } from "../hooks/use-holds"
import { useRestrictions } from "../hooks/use-restrictions"
import { useStops } from "../hooks/use-retention"
import { useParked } from "../hooks/use-sweeps"

type State = { color: ComponentProps<typeof StatusBadge>["color"]; text: string }
type EntryProps = { to: string; name: string; states?: State[] }

const Entry = ({ to, name, states = [] }: EntryProps) => {
  const { t } = useTranslation("dkPrivacy")
  return (
    <Link
      to={to}
      data-testid={`dk-overview-${name}`}
      className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex items-center gap-x-4 px-6 py-4 outline-none"
    >
      <div className="flex flex-1 flex-col gap-x-6 gap-y-2 md:flex-row md:items-center md:justify-between">
        <div className="max-w-[640px]">
          <Text size="small" leading="compact" weight="plus">
            {t(`menu.${name}`)}
          </Text>
          <Text size="small" className="text-ui-fg-subtle mt-1">
            {t(`overview.${name}`)}
          </Text>
        </div>
        <div className="flex shrink-0 flex-wrap gap-2">
          {states.map(({ color, text }) => (
            <StatusBadge key={text} color={color}>
              {text}
            </StatusBadge>
          ))}
        </div>
      </div>
      <TriangleRightMini className="text-ui-fg-muted shrink-0" />
    </Link>
  )
}

const useErasureStates = (): State[] => {
  const { t } = useTranslation("dkPrivacy")
  const planned = useErasureList({ status: "planned", limit: 1, offset: 0 }).data?.count ?? 0
  const proposed = useErasureList({ status: "proposed", limit: 1, offset: 0 }).data?.count ?? 0
  return [
    ...(proposed > 0
      ? [{ color: "orange" as const, text: t("overview.proposed", { count: proposed }) }]
      : []),
    ...(planned > 0
      ? [{ color: "blue" as const, text: t("overview.planned", { count: planned }) }]
      : []),
  ]
}

const useStopStates = (): State[] => {
  const { t } = useTranslation("dkPrivacy")
  const count = useStops({ onlyActive: true, limit: 1, offset: 0 }).data?.count ?? 0
  return count > 0 ? [{ color: "orange", text: t("overview.stopped") }] : []
}

const useParkedStates = (): State[] => {
  const { t: tRetention } = useTranslation("dkRetention")
  const count = useParked({ limit: 1, offset: 0 }).data?.count ?? 0
  return count > 0 ? [{ color: "red", text: tRetention("sweep.parked", { count }) }] : []
}

const useFindingStates = (): State[] => {
  const { t } = useTranslation("dkPrivacy")
  const count = useFindings({ state: "open", limit: 1, offset: 0 }).data?.count ?? 0
  return count > 0 ? [{ color: "red", text: t("overview.findingCount", { count }) }] : []
}

const useStaffCheckStates = (): State[] => {
  const { t } = useTranslation("dkPrivacy")
  const count = useStaffChecks({ limit: 1, offset: 0 }).data?.asking ?? 0
  return count > 0 ? [{ color: "orange", text: t("overview.staffCheckCount", { count }) }] : []
}

const useNoticeStates = (): State[] => {
  const { t } = useTranslation("dkPrivacy")
  const count = useFallbacks().data?.fallbacks.length ?? 0
  return count > 0 ? [{ color: "orange", text: t("overview.noticeCount", { count }) }] : []
}

const useDriftStates = (drift: ReturnType<typeof useDrift>["data"]): State[] => {
  const { t } = useTranslation("dkPrivacy")
  if (!drift) return []
  const count = drift.unclassified.length + drift.missing.length
  return count === 0
    ? [{ color: "green", text: t("overview.complete") }]
    : [{ color: "red", text: t("overview.drift", { count }) }]
}

/** The way in: what there is, and what asks for attention. */
export const OverviewPage = () => {
  const { t } = useTranslation("dkPrivacy")
  const { data: drift, error, refetch } = useDrift()
  const erasureStates = useErasureStates()
  const driftStates = useDriftStates(drift)
  const inForce = { onlyActive: true, limit: 1, offset: 0 }
  const holds = useHolds(inForce).data?.count ?? 0
  const restrictions = useRestrictions(inForce).data?.count ?? 0
  const countOf = (count: number): State[] =>
    count > 0 ? [{ color: "orange", text: t("overview.holdCount", { count }) }] : []
  const stopStates = useStopStates()
  const parkedStates = useParkedStates()
  const findingStates = useFindingStates()
  const noticeStates = useNoticeStates()
  const staffCheckStates = useStaffCheckStates()
  const requestStates = useRequestStates()
  const recipientStates = useRecipientStates()
  const breachStates = useBreachStates()
  return (
    <Section level="h1" title={t("menu.title")} text={t("overview.text")} testId="dk-overview">
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      <Entry to="/privacy/find" name="find" />
      <Entry to="/privacy/requests" name="requests" states={requestStates} />
      <Entry to="/privacy/breaches" name="breaches" states={breachStates} />
      <Entry to="/privacy/recipients" name="recipients" states={recipientStates} />
      <Entry to="/privacy/erasures" name="erasures" states={erasureStates} />
      <Entry to="/privacy/holds" name="holds" states={countOf(holds)} />
      <Entry to="/privacy/restrictions" name="restrictions" states={countOf(restrictions)} />
      <Entry to="/privacy/retention" name="retention" states={stopStates} />
      <Entry to="/privacy/sweeps" name="sweeps" states={parkedStates} />
      <Entry to="/privacy/notices" name="notices" states={noticeStates} />
      <Entry to="/privacy/consents" name="consents" />
      <Entry to="/privacy/marketing" name="marketing" />
      <Entry to="/privacy/findings" name="findings" states={findingStates} />
      <Entry to="/privacy/staff-checks" name="staffChecks" states={staffCheckStates} />
      <Entry to="/privacy/data-map" name="map" states={driftStates} />
      <Entry to="/privacy/record" name="record" />
      <Entry to="/privacy/access" name="access" />
      <Entry to="/privacy/replays" name="replays" />
    </Section>
  )
}
