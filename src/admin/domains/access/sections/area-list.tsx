import { TriangleRightMini } from "@medusajs/icons"
import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminOverview, AdminOverviewArea, AdminOverviewNumbers } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { useAreaStates } from "../hooks/use-area-states"
import type { State } from "../hooks/use-area-states"
import { isOpenTo } from "../overview"

type Entry = {
  name: string
  to: string
  /** Whose right opens it. */
  area: AdminOverviewArea
  /** Whose numbers stand beside it. */
  counts?: keyof AdminOverviewNumbers
}

const ENTRIES: readonly Entry[] = [
  { name: "find", to: "/privacy/find", area: "data_map" },
  { name: "requests", to: "/privacy/requests", area: "requests", counts: "requests" },
  { name: "breaches", to: "/privacy/breaches", area: "breaches", counts: "breaches" },
  { name: "recipients", to: "/privacy/recipients", area: "recipients", counts: "recipients" },
  { name: "erasures", to: "/privacy/erasures", area: "erasures", counts: "erasures" },
  { name: "holds", to: "/privacy/holds", area: "holds", counts: "holds" },
  {
    ...{ name: "restrictions", to: "/privacy/restrictions", area: "restrictions" },
    counts: "restrictions",
  },
  { name: "retention", to: "/privacy/retention", area: "retention", counts: "retention" },
  { name: "sweeps", to: "/privacy/sweeps", area: "sweeps", counts: "sweeps" },
  { name: "notices", to: "/privacy/notices", area: "notices", counts: "notices" },
  { name: "consents", to: "/privacy/consents", area: "consents", counts: "consents" },
  { name: "marketing", to: "/privacy/marketing", area: "data_map" },
  { name: "findings", to: "/privacy/findings", area: "findings", counts: "findings" },
  {
    ...{ name: "staffChecks", to: "/privacy/staff-checks", area: "staff_checks" },
    counts: "staff_checks",
  },
  { name: "map", to: "/privacy/data-map", area: "data_map", counts: "data_map" },
  { name: "record", to: "/privacy/record", area: "data_map" },
  { name: "access", to: "/privacy/access", area: "access", counts: "access" },
  { name: "replays", to: "/privacy/replays", area: "data_map" },
  { name: "invoices", to: "/invoices", area: "invoices", counts: "invoices" },
  { name: "nets", to: "/nets", area: "nets", counts: "nets" },
]

const Area = ({ entry: { name, to }, states }: { entry: Entry; states: readonly State[] }) => {
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

/** The pages the caller may open, each with what its numbers say. */
export const AreaList = ({ overview }: { overview: AdminOverview }) => {
  const { t: tOverview } = useTranslation("dkOverview")
  const statesOf = useAreaStates(overview)
  const entries = ENTRIES.filter(({ area }) => isOpenTo(overview, area))
  if (entries.length === 0) return null
  return (
    <Section title={tOverview("areas")} testId="dk-areas">
      {entries.map((entry) => (
        <Area
          key={entry.name}
          entry={entry}
          states={entry.counts ? (statesOf[entry.counts] ?? []) : []}
        />
      ))}
    </Section>
  )
}
