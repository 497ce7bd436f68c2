import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { tidyConsents } from "../workflows/consent"

/** Forgets sign-ups that nobody confirmed within seven days, and erases proof two years after its last use. */
const tidy = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => tidyConsents(container))
}

export default tidy

export const config = {
  name: "dk-consent-tidy",
  schedule: "37 2 * * *",
}
