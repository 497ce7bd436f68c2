import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsPaymentLinkResponse } from "../../../../../types/http"
import { createNetsPaymentLink } from "../../../../../workflows/nets"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import type { PaymentLinkBody } from "./validators"

/**
 * `{ provider_id?, days? }` → 201 `{ payment_link: { url, amount, currency_code, expires_at } }`: a page at Nets where
 * what is owed on an order can be paid, for phone orders and after an edit. The same link while it holds. `amount` is in
 * major units. 404 for an unknown order or provider; 409 `nothing_owed`, `payment_reserved` or `payment_in_progress`.
 */
export const POST = answerConflicts<PaymentLinkBody>(
  async (req, res: MedusaResponse<AdminNetsPaymentLinkResponse>) => {
    const { provider_id: providerId, days } = req.validatedBody
    const link = await createNetsPaymentLink(req.scope, {
      order_id: req.params.id ?? "",
      provider_id: providerId,
      days,
    })
    res.status(201).json({ payment_link: link })
  }
)
