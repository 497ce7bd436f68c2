import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfPayment, issueInvoicesOf } from "../workflows/invoice"

/** Prepaid orders are invoiced when the money is taken. */
const issueAfterCapture = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, await findOrderOfPayment(container, data.id))
}

export default issueAfterCapture

export const config: SubscriberConfig = {
  event: "payment.captured",
  context: { subscriberId: "dk-invoice-payment-captured" },
}
