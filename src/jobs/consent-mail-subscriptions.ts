import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { mailDueSubscriptions } from "../workflows/consent"

/** Mails sign-ups that a killed process or a provider's error left waiting. */
const mailDue = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => mailDueSubscriptions(container))
}

export default mailDue

export const config = {
  name: "dk-consent-mail-subscriptions",
  schedule: "* * * * *",
}
