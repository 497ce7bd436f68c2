import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recordShownNoticeOf } from "../workflows/consent"

/** A purchase is evidence of the notice it showed. */
const recordAfterOrder = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await recordShownNoticeOf(container, data.id)
}

export default recordAfterOrder

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "dk-consent-order-placed" },
}
