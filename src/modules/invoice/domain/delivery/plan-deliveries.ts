import type { BuyerParty, InvoiceContent } from "../document"
import type { DeliveryChannel, Recipient } from "./delivery"

export type DeliveryPlan = { channel: DeliveryChannel; recipient: Recipient; way: string }

export type DeliverySetup = {
  /** Kind of the transport that takes the document's series; null when none does. */
  transport: string | null
  /** What the buyer is mailed. */
  send: "link" | "pdf" | false
  /** Medusa has a provider that sends e-mail. */
  hasMail: boolean
}

const hasEan = (buyer: BuyerParty): boolean => buyer.type === "public" && Boolean(buyer.ean?.trim())

/**
 * What is sent by itself once a document is issued: an e-invoice to an authority with an EAN (BEK 206/2011 § 3), and a mail
 * to the buyer. A document of the test series is mailed to nobody.
 */
export const planDeliveries = (
  { series, buyer }: Pick<InvoiceContent, "series" | "buyer">,
  { transport, send, hasMail }: DeliverySetup
): DeliveryPlan[] => {
  const plans: DeliveryPlan[] = []
  if (transport !== null && hasEan(buyer)) {
    plans.push({ channel: "einvoice", recipient: "receiver", way: transport })
  }
  if (series === "live" && send !== false && hasMail) {
    plans.push({ channel: "email", recipient: "order", way: send })
  }
  return plans
}
