import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { findOrderOfFulfillment } from "../workflows/invoice"
import { captureShipped } from "../workflows/nets"

/** Reserved money is charged when the goods leave. */
const captureAfterShipment = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await captureShipped(container, await findOrderOfFulfillment(container, data.id))
}

export default captureAfterShipment

export const config: SubscriberConfig = {
  event: "shipment.created",
  context: { subscriberId: "dk-nets-shipment-created" },
}
