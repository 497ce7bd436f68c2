import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { recordMissingNotices } from "../workflows/consent"

/** Repairs lost `order.placed` events. */
const recordShown = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-consent-record-shown", () =>
    recordMissingNotices(container)
  )
}

export default recordShown

export const config = {
  name: "dk-consent-record-shown",
  schedule: "23 * * * *",
}
