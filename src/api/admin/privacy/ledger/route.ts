import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLedgerResponse } from "../../../../types/http"
import { readLedgerState } from "../../../../workflows/personal-data"

/** `{ ledger }`: where the ledger of erasures stands and whether it can be read. All of its lines are read for it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminLedgerResponse>
): Promise<void> => {
  res.json({ ledger: await readLedgerState(req.scope) })
}
