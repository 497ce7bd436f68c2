import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { tellRecipients } from "../workflows/subject-request"

/** Tells the recipients of data what was erased, corrected or restricted (GDPR Art. 19). */
const tell = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => tellRecipients(container))
}

export default tell

export const config = {
  name: "dk-subject-request-tell-recipients",
  schedule: "2-59/5 * * * *",
}
