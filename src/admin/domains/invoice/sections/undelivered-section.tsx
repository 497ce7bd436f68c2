import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminUndeliveredInvoice } from "../../../../types/http"
import { WaitingSection } from "../../../shared/waiting-section"
import { SendDrawer } from "../forms/send-drawer"
import { useUndelivered } from "../hooks/use-deliveries"
import { useOutcomeText } from "../hooks/use-outcome-text"
import { DeliveryBadge } from "./delivery-badges"
import { DeliveryProblems } from "./delivery-problems"

type UndeliveredProps = { invoice: AdminUndeliveredInvoice; onOpen: () => void }

const Undelivered = ({ invoice, onOpen }: UndeliveredProps) => {
  const { t } = useTranslation("dkDelivery")
  const outcomeText = useOutcomeText()
  const { order_id: orderId, number, channel, state, problems } = invoice
  const outcome = outcomeText(invoice.outcome)
  return (
    <div
      className="flex items-start justify-between gap-x-3 px-6 py-3"
      data-testid="dk-undelivered"
    >
      <div className="flex flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-2">
          <Link to={`/orders/${orderId}`} className="text-ui-fg-base txt-small underline">
            {number}
          </Link>
          <DeliveryBadge channel={channel} state={state} />
        </div>
        {outcome !== null && <Text size="small">{outcome}</Text>}
        <DeliveryProblems problems={problems} orderId={orderId} />
      </div>
      <Button size="small" variant="transparent" data-testid="dk-undelivered-open" onClick={onOpen}>
        {t("left.open")}
      </Button>
    </div>
  )
}

/** Documents that wait for staff on their way to the buyer. Draws nothing when there are none; not to know is told. */
export const UndeliveredSection = () => {
  const { t } = useTranslation("dkDelivery")
  const query = useUndelivered()
  const { data: undelivered = [] } = query
  // What is done leaves the list; the drawer stays until it is closed.
  const [opened, setOpened] = useState<AdminUndeliveredInvoice | null>(null)
  return (
    <>
      <WaitingSection
        title={t("left.title")}
        text={t("left.text")}
        testId="dk-undelivered-section"
        query={query}
        isEmpty={undelivered.length === 0}
      >
        {undelivered.map((invoice) => (
          <Undelivered
            key={invoice.id}
            invoice={invoice}
            onOpen={() => {
              setOpened(invoice)
            }}
          />
        ))}
      </WaitingSection>
      {opened && (
        <SendDrawer
          invoice={{ id: opened.invoice_id, number: opened.number, order_id: opened.order_id }}
          onClose={() => {
            setOpened(null)
          }}
        />
      )}
    </>
  )
}
