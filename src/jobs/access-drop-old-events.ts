import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { dropOldAccessEvents } from "../workflows/access"

/** Removes from the log of who read whose data what is older than 12 months. */
const dropOldEvents = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-access-drop-old-events", () =>
    dropOldAccessEvents(container)
  )
}

export default dropOldEvents

export const config = {
  name: "dk-access-drop-old-events",
  schedule: "17 3 * * *",
}
