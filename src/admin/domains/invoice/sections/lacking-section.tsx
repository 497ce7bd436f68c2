import { Alert } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { WaitingSection } from "../../../shared/waiting-section"
import { useLackingOrders } from "../hooks/use-invoices"
import { LackingOrder } from "./lacking-order"
import type { Issued } from "./lacking-order"

/** What was issued since the page was opened: the order has left the list, and staff wants to know where to. */
const IssuedNow = ({ issued }: { issued: Issued }) => {
  const { t: tLacking } = useTranslation("dkLacking")
  const { t } = useTranslation("dkInvoicePage")
  const { order_id: id, display_id: order, invoice } = issued
  return (
    <div className="px-6 py-3" data-testid="dk-lacking-issued">
      <Alert variant="success">
        {invoice
          ? tLacking("issued", { document: t(`kind.${invoice.kind}`), number: invoice.number })
          : tLacking("asked")}{" "}
        <Link to={`/orders/${id}`} className="text-ui-fg-base underline">
          {t("order", { number: order })}
        </Link>
      </Alert>
    </div>
  )
}

/**
 * Orders whose invoice waits for something staff can write here, and what came of those that were mended. Draws nothing when
 * there are none; not to know is told.
 */
export const LackingSection = () => {
  const { t } = useTranslation("dkInvoicePage")
  const query = useLackingOrders()
  const { data: orders = [] } = query
  const [issued, setIssued] = useState<Issued[]>([])
  return (
    <WaitingSection
      title={t("lacking.title")}
      text={t("lacking.text")}
      testId="dk-lacking-section"
      query={query}
      isEmpty={orders.length === 0 && issued.length === 0}
    >
      {issued.map((it) => (
        <IssuedNow key={it.order_id} issued={it} />
      ))}
      {orders.map((order) => (
        <LackingOrder
          key={order.order_id}
          order={order}
          onIssued={(done) => {
            setIssued((before) => [...before, done])
          }}
        />
      ))}
    </WaitingSection>
  )
}
