import type { MedusaContainer } from "@medusajs/framework/types"
import { scanOldDataAtNight } from "../workflows/access"

/** Looks for CPR and card numbers in what is stored already; goes on the next night where it ended. */
const scan = async (container: MedusaContainer): Promise<void> => {
  await scanOldDataAtNight(container)
}

export default scan

export const config = {
  name: "dk-access-scan",
  schedule: "20 2 * * *",
}
