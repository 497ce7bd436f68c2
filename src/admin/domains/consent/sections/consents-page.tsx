import { useTranslation } from "react-i18next"
import type { ListControls } from "../../../shared/list-bar"
import { ListSection } from "../../../shared/list-section"
import { ANY, useList } from "../../../shared/use-list"
import { capital } from "../capital"
import { useConsentNumbers, useConsents } from "../hooks/use-consents"
import { usePurposeName } from "../hooks/use-notice-name"
import { ConsentRows } from "./consent-rows"
import { NumbersSection } from "./numbers-section"

const CHANNELS = ["email", "sms", "cookies"] as const
const STATES = ["given", "refused", "withdrawn", "objected", "superseded"] as const
const ORDERS = ["-since", "since"] as const
const FILTERS = { purpose: null, channel: [ANY, ...CHANNELS], state: [ANY, ...STATES] } as const

const useControls = (): ListControls => {
  const { t } = useTranslation("dkConsents")
  const { t: tShared } = useTranslation("dkShared")
  const nameOf = usePurposeName()
  const purposes = useConsentNumbers("").data?.purposes ?? []
  return {
    search: { label: t("filter.q"), maxLength: 320 },
    choices: [
      {
        name: "purpose",
        label: t("filter.purpose"),
        options: [
          { value: ANY, label: t("filter.allPurposes") },
          ...purposes.map((value) => ({ value, label: capital(nameOf(value)) })),
        ],
      },
      {
        name: "channel",
        label: t("filter.channel"),
        options: [
          { value: ANY, label: t("filter.allChannels") },
          ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
        ],
      },
      {
        name: "state",
        label: t("filter.state"),
        options: [
          { value: ANY, label: t("filter.allStates") },
          ...STATES.map((value) => ({ value, label: t(`state.${value}`) })),
        ],
      },
    ],
    orders: [
      { value: "-since", label: tShared("list.newest") },
      { value: "since", label: tShared("list.oldest") },
    ],
  }
}

const textOf = (chosen: string): string => (chosen === ANY ? "" : chosen)

/** Who has said what: everybody, or those one looks for; and how often. */
export const ConsentsPage = () => {
  const { t } = useTranslation("dkConsents")
  const list = useList({ filters: FILTERS, orders: ORDERS })
  const { q, order, page } = list
  const purpose = textOf(list.filter.purpose)
  const query = useConsents({
    ...{ purpose, channel: textOf(list.filter.channel), state: textOf(list.filter.state) },
    ...{ q, order: order ?? "", ...page.range },
  })
  return (
    <div className="flex flex-col gap-y-3">
      <ListSection
        level="h1"
        title={t("title")}
        text={t("text")}
        testId="dk-consents"
        list={list}
        query={query}
        empty={{ title: t("empty"), text: t("emptyText") }}
        {...useControls()}
      >
        {({ consents }) => <ConsentRows consents={consents} />}
      </ListSection>
      <NumbersSection purpose={purpose} />
    </div>
  )
}
