import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfFulfillment, issueInvoicesOf } from "../workflows/invoice"

/** Orders on account are invoiced when the goods leave. */
const issueAfterShipment = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, await findOrderOfFulfillment(container, data.id))
}

export default issueAfterShipment

export const config: SubscriberConfig = {
  event: "shipment.created",
  context: { subscriberId: "dk-invoice-shipment-created" },
}
