import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { dkCheckOrderBuyersWorkflow } from "../workflows/buyer"

/** An order is never refused for its buyer; what it breaks is listed for staff instead. */
const checkPlacedOrder = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await dkCheckOrderBuyersWorkflow(container).run({ input: { order_ids: [data.id] } })
}

export default checkPlacedOrder

export const config: SubscriberConfig = {
  event: ["order.placed", "order.updated"],
  context: { subscriberId: "dk-buyer-order-placed" },
}
