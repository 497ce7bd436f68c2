import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { closeSettledOnAccount, finishCaptures } from "../workflows/invoice"

/** Finishes what a killed process began to book on invoice, and closes what was credited instead of paid. */
const closeSettled = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-invoice-close-settled", async () => {
    await finishCaptures(container)
    await closeSettledOnAccount(container)
  })
}

export default closeSettled

export const config = {
  name: "dk-invoice-close-settled",
  schedule: "25 * * * *",
}
