import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { sweepNetsPayments } from "../workflows/nets"

/** Finishes what no webhook did: places orders of paid carts, follows refunds, gives back money without a sale. */
export default async function sweepNetsPaymentsJob(container: MedusaContainer): Promise<void> {
  await ifUnlocked(postgres(container), config.name, () => sweepNetsPayments(container))
}

export const config = {
  name: "dk-nets-sweep",
  schedule: "*/5 * * * *",
}
