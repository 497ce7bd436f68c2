import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { sendDueDeliveries } from "../workflows/invoice"

/** Sends what events missed and what failed before: lost events, killed processes, receivers that did not answer. */
const sendDue = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => sendDueDeliveries(container))
}

export default sendDue

export const config = {
  name: "dk-invoice-send-deliveries",
  schedule: "* * * * *",
}
