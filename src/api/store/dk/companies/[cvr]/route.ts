import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreCompanyResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerModuleService } from "../../../../../modules/buyer"
import { parseCvr } from "../../../../../rules"
import { invalidField } from "../../../../../shared/errors"

/**
 * What the company register says: `{ company: { cvr, status: valid | invalid | unverified, name } }`.
 * `unverified` means that the register was not asked or did not answer, never that the number is wrong.
 */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreCompanyResponse>
): Promise<void> => {
  const number = parseCvr(req.params.cvr ?? "")
  if (!number.ok) throw invalidField("cvr", number.reason, "This is no CVR number.")
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  const { status, name } = await service.lookUpCompany(number.value)
  res.json({ company: { cvr: number.value, status, name } })
}
