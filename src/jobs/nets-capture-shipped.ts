import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { captureShippedMissed } from "../workflows/nets"

/** Charges parcels whose event was lost, or whose charge failed. */
const captureMissed = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => captureShippedMissed(container))
}

export default captureMissed

export const config = {
  name: "dk-nets-capture-shipped",
  schedule: "*/20 * * * *",
}
