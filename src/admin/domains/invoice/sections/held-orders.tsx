import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminArchivedOrder } from "../../../../types/http"
import { formatList } from "../../../shared/format"
import { useMissingWords } from "../hooks/use-missing-words"

/** More than anybody mends at once. */
const SHOWN = 10

const Held = ({ order }: { order: AdminArchivedOrder }) => {
  const { t, i18n } = useTranslation("dkEarlierOrders")
  const words = useMissingWords()
  const { order_id: id, order_number: number, missing, failed } = order
  const problem = failed === null ? formatList(words(missing), i18n.language) : t("drawer.unread")
  return (
    <p>
      <Link to={`/orders/${id}`} className="text-ui-fg-base underline">
        {t("drawer.order", { number })}
      </Link>
      {`: ${problem}`}
    </p>
  )
}

/** Earlier orders of which no copy can be kept before somebody has written what they lack. */
export const HeldOrders = ({ orders }: { orders: AdminArchivedOrder[] }) => {
  const { t } = useTranslation("dkEarlierOrders")
  if (orders.length === 0) return null
  return (
    <Alert variant="warning" data-testid="dk-archive-held">
      <p>{t("drawer.held", { count: orders.length })}</p>
      {orders.slice(0, SHOWN).map((order) => (
        <Held key={order.order_id} order={order} />
      ))}
      {orders.length > SHOWN && <p>{t("drawer.more", { count: orders.length - SHOWN })}</p>}
    </Alert>
  )
}
