import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { forgetBreaches } from "../workflows/breach"

/** Removes reports of breaches three months after they were decided, and cases five years after they were closed. */
const forget = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => forgetBreaches(container))
}

export default forget

export const config = {
  name: "dk-breach-forget",
  schedule: "27 3 * * *",
}
