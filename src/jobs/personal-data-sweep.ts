import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepNightly } from "../workflows/personal-data"

/** Erases what is past its term. A lock of its own keeps two servers from doing it at once. */
const sweep = async (container: MedusaContainer): Promise<void> => {
  await sweepNightly(container)
}

export default sweep

export const config = {
  name: "dk-personal-data-sweep",
  schedule: "20 3 * * *",
}
