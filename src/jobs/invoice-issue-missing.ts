import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres } from "../shared/postgres"
import { ifUnlocked } from "../shared/session-locks"
import { issueMissingInvoices } from "../workflows/invoice"

/** Repairs what events missed: lost events, killed processes, buyers mended since. */
const issueMissing = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), "dk-invoice-issue-missing", () =>
    issueMissingInvoices(container)
  )
}

export default issueMissing

export const config = {
  name: "dk-invoice-issue-missing",
  schedule: "*/10 * * * *",
}
