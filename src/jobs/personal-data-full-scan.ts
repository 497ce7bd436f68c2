import type { MedusaContainer } from "@medusajs/framework/types"
import { scanAtNight } from "../workflows/personal-data"

/** Looks through the whole database for all who were erased since the last time; goes on with a scan that was killed. */
const scan = async (container: MedusaContainer): Promise<void> => {
  await scanAtNight(container)
}

export default scan

export const config = {
  name: "dk-personal-data-full-scan",
  schedule: "10 4 * * *",
}
