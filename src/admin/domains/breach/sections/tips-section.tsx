import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminBreachTip } from "../../../../types/http"
import { formatMoment } from "../../../shared/format"
import { ListSection } from "../../../shared/list-section"
import { useList } from "../../../shared/use-list"
import { useTips } from "../hooks/use-tips"
import { TipActions } from "./tip-actions"

const STATES = ["new", "linked", "dismissed"] as const satisfies readonly AdminBreachTip["state"][]

const LINK = "text-ui-fg-base txt-small w-fit underline"

const Tip = ({ tip }: { tip: AdminBreachTip }) => {
  const { t, i18n } = useTranslation("dkBreaches")
  const { message, email, customer_id: customerId, breach_id: breachId, state } = tip
  const moment = formatMoment(tip.created_at, i18n.language)
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-3 px-6 py-4 md:flex-row md:justify-between"
      data-testid="dk-breach-tip"
    >
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" className="max-w-[640px] whitespace-pre-wrap break-words">
          {message}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t("tips.from", { moment, who: email ?? t("tips.nobody") })}
        </Text>
        {customerId !== null && (
          <Link to={`/customers/${customerId}`} className={LINK}>
            {t("tips.customer")}
          </Link>
        )}
        {breachId !== null && (
          <Link to={`/privacy/breaches/${breachId}`} className={LINK}>
            {t("tips.seeCase")}
          </Link>
        )}
      </div>
      {state === "new" && <TipActions tip={tip} />}
    </li>
  )
}

/** What customers told of; the new ones ask for a decision. */
export const TipsSection = () => {
  const { t } = useTranslation("dkBreaches")
  const list = useList({ name: "tips", filters: { state: STATES }, size: 10 })
  const query = useTips({ state: list.filter.state, ...list.page.range })
  return (
    <ListSection
      title={t("tips.title")}
      text={t("tips.text")}
      testId="dk-breach-tips"
      list={list}
      query={query}
      lines={3}
      empty={{ title: t("tips.empty"), text: t("tips.emptyText") }}
      choices={[
        {
          name: "state",
          label: t("tips.filter"),
          options: STATES.map((value) => ({ value, label: t(`tips.state.${value}`) })),
        },
      ]}
    >
      {({ breach_reports: tips }) => (
        <ul className="divide-y">
          {tips.map((tip) => (
            <Tip key={tip.id} tip={tip} />
          ))}
        </ul>
      )}
    </ListSection>
  )
}
