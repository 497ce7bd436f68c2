import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { mailMonthlyOverview } from "../workflows/access"

/** Mails the shop's own address how things stand, in the first days of each month in Denmark, once. */
const mailOverview = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => mailMonthlyOverview(container))
}

export default mailOverview

export const config = {
  name: "dk-access-mail-overview",
  schedule: "10 * * * *",
}
