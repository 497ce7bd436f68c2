import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminShownAddressesResponse } from "../../../../../types/http"
import { answerUnmasked, readAddressesOfCustomer } from "../../../../../modules/access"
import { postgres } from "../../../../../shared/postgres"
import { requireCustomer } from "../../../../_shared/require-customer"

/** `{ addresses }` of an account as they are, for staff who asks to see them. 404 for an unknown one. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminShownAddressesResponse>
): Promise<void> => {
  const customerId = await requireCustomer(req)
  answerUnmasked(res, { addresses: await readAddressesOfCustomer(postgres(req.scope), customerId) })
}
