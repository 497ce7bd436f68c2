import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { workOffDeliveriesOf } from "../workflows/invoice"

/** What waits for a document is sent at once; the job sends what this misses. */
const sendAfterIssue = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await workOffDeliveriesOf(container, data.id)
}

export default sendAfterIssue

export const config: SubscriberConfig = {
  event: "dk_invoice.issued",
  context: { subscriberId: "dk-invoice-issued" },
}
