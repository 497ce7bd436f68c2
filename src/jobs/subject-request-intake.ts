import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { carryOutConfirmed, tendIntakes } from "../workflows/subject-request"

/** Carries out what was confirmed and needs nobody, mails links that wait, and forgets what nobody confirmed in time. */
const tend = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, async () => {
    await carryOutConfirmed(container)
    await tendIntakes(container)
  })
}

export default tend

export const config = {
  name: "dk-subject-request-intake",
  schedule: "* * * * *",
}
