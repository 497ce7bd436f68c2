import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { forgetRequests } from "../workflows/subject-request"

/** Empties names and reasons thirty days after requests ended, and removes whole cases after three years. */
const forget = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => forgetRequests(container))
}

export default forget

export const config = {
  name: "dk-subject-request-forget",
  schedule: "7 3 * * *",
}
