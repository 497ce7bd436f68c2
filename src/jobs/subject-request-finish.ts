import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { finishPlanned } from "../workflows/subject-request"

/** Ends requests whose erasure has finished by itself. */
const finish = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => finishPlanned(container))
}

export default finish

export const config = {
  name: "dk-subject-request-finish",
  schedule: "*/5 * * * *",
}
