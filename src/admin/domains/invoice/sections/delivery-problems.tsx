import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DkEInvoiceProblem } from "../../../../types/http"
import { placesOf } from "../problem-places"
import type { ProblemPlace } from "../problem-places"

type PlaceProps = { place: ProblemPlace; orderId: string | null }

const Place = ({ place, orderId }: PlaceProps) => {
  const { t } = useTranslation("dkDelivery")
  const target = { order: orderId && `/orders/${orderId}`, tax: "/settings/tax-regions" }
  const to = place === "order" || place === "tax" ? target[place] : null
  if (!to) return <Text size="small">{t(`mend.${place}`)}</Text>
  return (
    <Link to={to} className="text-ui-fg-base txt-small underline">
      {t(`mend.${place}`)}
    </Link>
  )
}

type DeliveryProblemsProps = { problems: DkEInvoiceProblem[]; orderId: string | null }

/** Why a receiver would refuse the e-invoice, by which rule, and where that is mended. */
export const DeliveryProblems = ({ problems, orderId }: DeliveryProblemsProps) => {
  const { t } = useTranslation("dkDelivery")
  if (problems.length === 0) return null
  return (
    <div className="flex flex-col gap-y-1" data-testid="dk-delivery-problems">
      <ul className="list-disc pl-5">
        {problems.map(({ code, rule }) => (
          <li key={code} className="txt-small">
            {t(`problem.${code}`, { defaultValue: code })}{" "}
            <span className="text-ui-fg-subtle">({rule})</span>
          </li>
        ))}
      </ul>
      {placesOf(problems.map(({ code }) => code)).map((place) => (
        <Place key={place} place={place} orderId={orderId} />
      ))}
    </div>
  )
}
