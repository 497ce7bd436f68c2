import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueInvoicesOf } from "../workflows/invoice"

/** Goods that were added, exchanged or came back may call for an invoice or a credit note. */
const issueAfterChange = async ({
  event: { data },
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> => {
  await issueInvoicesOf(container, data.order_id)
}

export default issueAfterChange

export const config: SubscriberConfig = {
  event: ["order-edit.confirmed", "order.exchange_created", "order.return_received"],
  context: { subscriberId: "dk-invoice-order-changed" },
}
