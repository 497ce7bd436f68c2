import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { sendNoticesOf } from "../workflows/breach"

/** The first of those affected by a breach are told at once; the job tells the others and whom this misses. */
const sendAfterStart = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await sendNoticesOf(container, data.id)
}

export default sendAfterStart

export const config: SubscriberConfig = {
  event: "dk_breach.notices_started",
  context: { subscriberId: "dk-breach-notices-started" },
}
