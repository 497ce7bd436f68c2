import type { MedusaContainer } from "@medusajs/framework/types"
import { forgetReceivers } from "../../../modules/invoice/delivery/receivers"
import { postgres } from "../../../shared/postgres"
import { announceIssued } from "./announce"
import { askForUncertain } from "./ask-for-uncertain"
import { workOffDueDeliveries } from "./work-off"

/** Tells of what was issued, asks what became of posts without an answer, sends what is due, and forgets old answers of the register; for the job. */
export const sendDueDeliveries = async (container: MedusaContainer): Promise<void> => {
  await announceIssued(container)
  await askForUncertain(container)
  await workOffDueDeliveries(container)
  await forgetReceivers(postgres(container))
}
