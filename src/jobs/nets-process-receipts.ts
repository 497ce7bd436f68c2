import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { processDueNetsReceipts } from "../workflows/nets"

/** Works off webhooks that were stored but not acted upon: a process was killed, or Nets did not answer. */
export default async function processNetsReceiptsJob(container: MedusaContainer): Promise<void> {
  await ifUnlocked(postgres(container), config.name, () => processDueNetsReceipts(container))
}

export const config = {
  name: "dk-nets-process-receipts",
  schedule: "* * * * *",
}
