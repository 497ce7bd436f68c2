import type { MedusaContainer } from "@medusajs/framework/types"
import { dropExpiredTickets } from "../workflows/personal-data"

/** A ticket that was never used names a person, so it does not stay. */
const drop = async (container: MedusaContainer): Promise<void> => {
  await dropExpiredTickets(container)
}

export default drop

export const config = {
  name: "dk-personal-data-drop-expired-tickets",
  schedule: "*/5 * * * *",
}
