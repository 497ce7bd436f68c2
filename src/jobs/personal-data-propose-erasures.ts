import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { proposeMissingErasures } from "../workflows/personal-data"

/** Repairs lost `customer.deleted` events. */
const propose = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-personal-data-propose-erasures", () =>
    proposeMissingErasures(container)
  )
}

export default propose

export const config = {
  name: "dk-personal-data-propose-erasures",
  schedule: "17 * * * *",
}
