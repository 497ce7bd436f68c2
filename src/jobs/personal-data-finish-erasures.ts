import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { finishErasures, runReplays } from "../workflows/personal-data"

/** Erases what was waiting: for the end of grace, for an order, for the end of a legal term; takes up a killed replay. */
const finish = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-personal-data-finish-erasures", () =>
    finishErasures(container)
  )
  await runReplays(container)
}

export default finish

export const config = {
  name: "dk-personal-data-finish-erasures",
  schedule: "*/5 * * * *",
}
