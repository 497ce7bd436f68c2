import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBookkeepingAccountsResponse } from "../../../../../types/http"
import {
  changeBookkeepingAccounts,
  listBookkeepingAccounts,
} from "../../../../../workflows/invoice"
import type { AccountsBody } from "../validators"

/** `{ accounts }`: the store's account numbers by what they are for; null where none is written. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminBookkeepingAccountsResponse>
): Promise<void> => {
  res.json({ accounts: await listBookkeepingAccounts(req.scope) })
}

/** `{ accounts: { debtors: "5600", … } }` → the answer of GET. 400 names what is wrong. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AccountsBody>,
  res: MedusaResponse<AdminBookkeepingAccountsResponse>
): Promise<void> => {
  const { accounts } = req.validatedBody
  res.json({ accounts: await changeBookkeepingAccounts(req.scope, accounts) })
}
