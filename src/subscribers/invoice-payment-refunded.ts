import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfPayment, issueInvoicesOf } from "../workflows/invoice"

/** A refund calls for a credit note. */
const issueAfterRefund = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, await findOrderOfPayment(container, data.id))
}

export default issueAfterRefund

export const config: SubscriberConfig = {
  event: "payment.refunded",
  context: { subscriberId: "dk-invoice-payment-refunded" },
}
