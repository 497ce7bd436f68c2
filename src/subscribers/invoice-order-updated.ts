import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueInvoicesOf } from "../workflows/invoice"

/** A mended billing address may have been what an invoice lacked. */
const issueAfterUpdate = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, data.id)
}

export default issueAfterUpdate

export const config: SubscriberConfig = {
  event: "order.updated",
  context: { subscriberId: "dk-invoice-order-updated" },
}
