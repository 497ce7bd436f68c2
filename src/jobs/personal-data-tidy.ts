import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { forgetOldExportFiles, removeOldSelections } from "../workflows/personal-data"

/** Removes what only helped for a while: order exports with everyone's address, and selections of letters and calls. */
const tidy = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-personal-data-tidy", async () => {
    await removeOldSelections(container)
    await forgetOldExportFiles(container, new Date())
  })
}

export default tidy

export const config = {
  name: "dk-personal-data-tidy",
  schedule: "41 * * * *",
}
