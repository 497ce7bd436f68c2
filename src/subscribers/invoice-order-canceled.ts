import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueInvoicesOf } from "../workflows/invoice"

/** Canceling pays captured money back, which calls for a credit note. */
const issueAfterCancellation = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, data.id)
}

export default issueAfterCancellation

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "dk-invoice-order-canceled" },
}
