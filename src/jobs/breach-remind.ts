import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { remindOfBreaches } from "../workflows/breach"

/** Reminds staff of breaches that the authority has not been told of. */
const remind = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => remindOfBreaches(container))
}

export default remind

export const config = {
  name: "dk-breach-remind",
  schedule: "3-58/5 * * * *",
}
