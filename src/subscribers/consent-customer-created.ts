import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recordRegistrationOf } from "../workflows/consent"

/** Making an account is evidence of the notice it showed. */
const recordAfterRegistration = async ({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> => {
  await recordRegistrationOf(container, data.id)
}

export default recordAfterRegistration

export const config: SubscriberConfig = {
  event: "customer.created",
  context: { subscriberId: "dk-consent-customer-created" },
}
