import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDay } from "../../../shared/format"
import { useHolds } from "../hooks/use-holds"

type HoldStatusProps = { customerId: string }

/** Tells that somebody has asked for the customer's data to stay. Silent when nobody has. */
export const HoldStatus = ({ customerId }: HoldStatusProps) => {
  const { t, i18n } = useTranslation("dkPrivacy")
  const { data } = useHolds({ customer_id: customerId, onlyActive: true, limit: 20, offset: 0 })
  const holds = data?.holds ?? []
  if (holds.length === 0) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-testid="dk-hold-status">
        <p className="font-medium">{t("holds.status")}</p>
        <ul className="list-disc pl-4">
          {holds.map(({ id, kind, reason, ends_on: day }) => (
            <li key={id} className="break-words">
              {t(`holds.kind.${kind}`)}: {reason}
              {day !== null && ` (${t("holds.through", { day: formatDay(day, i18n.language) })})`}
            </li>
          ))}
        </ul>
        <Link to="/privacy/holds" className="text-ui-fg-base underline">
          {t("holds.see")}
        </Link>
      </Alert>
    </div>
  )
}
