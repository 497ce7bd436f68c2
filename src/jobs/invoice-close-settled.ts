import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { closeSettledOnAccount } from "../workflows/invoice"

/** Closes what was credited instead of paid. */
const closeSettled = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-invoice-close-settled", () =>
    closeSettledOnAccount(container)
  )
}

export default closeSettled

export const config = {
  name: "dk-invoice-close-settled",
  schedule: "25 * * * *",
}
