import type { MedusaContainer } from "@medusajs/framework/types"
import { sendNotices } from "../workflows/breach"

/** Sends notices that wait to those affected by a breach. Servers share the work, batch by batch. */
const send = async (container: MedusaContainer): Promise<void> => sendNotices(container)

export default send

export const config = {
  name: "dk-breach-notices",
  schedule: "* * * * *",
}
