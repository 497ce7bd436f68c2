import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueInvoicesOf } from "../workflows/invoice"

/** An order that was paid before it was placed, or has nothing to pay. */
const issueAfterOrder = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, data.id)
}

export default issueAfterOrder

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "dk-invoice-order-placed" },
}
