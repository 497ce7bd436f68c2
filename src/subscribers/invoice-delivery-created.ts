import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfFulfillment, issueInvoicesOf } from "../workflows/invoice"

/** Goods that were handed over without a shipment. */
const issueAfterDelivery = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, await findOrderOfFulfillment(container, data.id))
}

export default issueAfterDelivery

export const config: SubscriberConfig = {
  event: "delivery.created",
  context: { subscriberId: "dk-invoice-delivery-created" },
}
