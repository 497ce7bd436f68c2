import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { issueInvoicesOf } from "../workflows/invoice"

/** A buyer that staff mended may have been what an invoice lacked. */
const issueAfterBuyer = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await issueInvoicesOf(container, data.id)
}

export default issueAfterBuyer

export const config: SubscriberConfig = {
  event: "dk_buyer.order_buyer_set",
  context: { subscriberId: "dk-invoice-buyer-set" },
}
