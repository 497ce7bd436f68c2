import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfFulfillment } from "../workflows/invoice"
import { captureShipped } from "../workflows/nets"

/** Goods that are handed over in the shop are charged then. */
const captureAfterDelivery = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await captureShipped(container, await findOrderOfFulfillment(container, data.id))
}

export default captureAfterDelivery

export const config: SubscriberConfig = {
  event: "delivery.created",
  context: { subscriberId: "dk-nets-delivery-created" },
}
