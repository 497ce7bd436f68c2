import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { sendDueLetters } from "../workflows/subject-request"

/** Writes down letters that requests owe and sends those that wait. */
const sendLetters = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => sendDueLetters(container))
}

export default sendLetters

export const config = {
  name: "dk-subject-request-letters",
  schedule: "* * * * *",
}
