import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminBreachTip } from "../../../../types/http"
import { EmptyNotice } from "../../../shared/empty-notice"
import { formatMoment } from "../../../shared/format"
import { ListBody } from "../../../shared/list-body"
import { Section } from "../../../shared/section"
import { SelectField } from "../../../shared/select-field"
import { usePage } from "../../../shared/use-page"
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
  const [state, setState] = useState<AdminBreachTip["state"]>("new")
  const page = usePage(10)
  const query = useTips({ state, ...page.range })
  return (
    <Section title={t("tips.title")} text={t("tips.text")} testId="dk-breach-tips">
      {query.data && (
        <div className="flex px-6 py-4">
          <SelectField
            id="dk-breach-tips-filter"
            label={t("tips.filter")}
            isLabelHidden
            value={state}
            options={STATES.map((value) => ({ value, label: t(`tips.state.${value}`) }))}
            onChange={(next) => {
              page.turnTo(0)
              setState(next)
            }}
          />
        </div>
      )}
      <ListBody
        query={query}
        page={page}
        lines={3}
        empty={<EmptyNotice title={t("tips.empty")} text={t("tips.emptyText")} />}
      >
        {({ breach_reports: tips }) => (
          <ul className="divide-y">
            {tips.map((tip) => (
              <Tip key={tip.id} tip={tip} />
            ))}
          </ul>
        )}
      </ListBody>
    </Section>
  )
}
