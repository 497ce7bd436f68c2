import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { dropOldCounts, tendStaffChecks } from "../workflows/access"

/** Reminds of staff checks, and deletes those of people who left and counts that are a year old. */
const tend = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, async () => {
    await tendStaffChecks(container)
    await dropOldCounts(container)
  })
}

export default tend

export const config = {
  name: "dk-access-tend",
  schedule: "10 5 * * *",
}
