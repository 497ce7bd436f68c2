import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { sendNotices } from "../workflows/breach"

/** Sends notices that wait to those affected by a breach. */
const send = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => sendNotices(container))
}

export default send

export const config = {
  name: "dk-breach-notices",
  schedule: "* * * * *",
}
