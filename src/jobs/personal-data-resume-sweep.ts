import type { MedusaContainer } from "@medusajs/framework/types"
import { resumeSweep } from "../workflows/personal-data"

/** Takes up a sweep whose process was killed, under the sweep's own lock. */
const resume = async (container: MedusaContainer): Promise<void> => {
  await resumeSweep(container)
}

export default resume

export const config = {
  name: "dk-personal-data-resume-sweep",
  schedule: "*/5 * * * *",
}
