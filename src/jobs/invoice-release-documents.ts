import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { releaseInvoices } from "../workflows/invoice"

/** Lets invoices go when the bookkeeping act's term is over. */
const release = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), config.name, () => releaseInvoices(container))
}

export default release

export const config = {
  name: "dk-invoice-release-documents",
  schedule: "40 3 * * *",
}
