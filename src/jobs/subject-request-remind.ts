import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { remindOfLimits } from "../workflows/subject-request"

/** Reminds staff of deadlines that are near or past. */
const remind = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => remindOfLimits(container))
}

export default remind

export const config = {
  name: "dk-subject-request-remind",
  schedule: "25 * * * *",
}
