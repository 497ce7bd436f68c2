import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerModuleService } from "../../../../../modules/buyer"
import { parseEan } from "../../../../../rules"
import { invalidField } from "../../../../../shared/errors"

/**
 * What is known of a receiver of e-invoices: `{ receiver: { ean, status, name, warn_not_danish } }`,
 * with `status` valid, invalid or unverified (not asked, or no answer).
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const number = parseEan(req.params.ean ?? "")
  if (!number.ok) throw invalidField("ean", number.reason, "This is no EAN number.")
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  const { status, name } = await service.lookUpReceiver(number.value)
  res.json({
    receiver: { ean: number.value, status, name, warn_not_danish: number.warnNotDanish },
  })
}
