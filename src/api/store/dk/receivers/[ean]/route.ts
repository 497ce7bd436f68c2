import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreReceiverResponse } from "../../../../../types/http"
import { parseEan } from "../../../../../rules"
import { invalidField } from "../../../../../shared/errors"
import { lookUpEan } from "../../../../../workflows/invoice"

const STATUSES = { receives: "valid", does_not_receive: "invalid", unknown: "unverified" } as const

/**
 * What is known of a receiver of e-invoices: `{ receiver: { ean, status, name, warn_not_danish } }`, with `status` valid (takes
 * invoices), invalid (takes none) or unverified (not asked, or no answer), and the unit's name. Takes three seconds at
 * most, and never says no for want of an answer.
 */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreReceiverResponse>
): Promise<void> => {
  const number = parseEan(req.params.ean ?? "")
  if (!number.ok) throw invalidField("ean", number.reason, "This is no EAN number.")
  const answer = await lookUpEan(req.scope, number.value)
  res.json({
    receiver: {
      ean: number.value,
      status: STATUSES[answer.status],
      name: answer.status === "unknown" ? null : answer.name,
      warn_not_danish: number.warnNotDanish,
    },
  })
}
