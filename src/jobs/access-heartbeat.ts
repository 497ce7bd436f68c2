import type { MedusaContainer } from "@medusajs/framework/types"
import { noteHeartbeat } from "../workflows/access"

/** That this runs is what it tells. */
const beat = async (container: MedusaContainer): Promise<void> => {
  await noteHeartbeat(container)
}

export default beat

export const config = {
  name: "dk-access-heartbeat",
  schedule: "*/5 * * * *",
}
