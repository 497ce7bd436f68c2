import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderInvoices } from "../../../../../types/http"
import { randomUUID } from "node:crypto"
import { parseBuyer } from "../../../../../modules/buyer"
import type { BuyerFields } from "../../../../../modules/buyer"
import { invalidField } from "../../../../../shared/errors"
import { dkAmendInvoicesWorkflow } from "../../../../../workflows/invoice"
import type { AmendInvoicesInput } from "../../../../../workflows/invoice"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { sendOrderInvoices } from "../../../../_shared/send-order-invoices"
import type { CreditNoteBody } from "./validators"

const buyerOf = (buyer: Record<string, unknown>): BuyerFields => {
  const parsed = parseBuyer(buyer)
  if (parsed.ok) return parsed.value
  const { field, code, message } = parsed.reason
  throw invalidField(`new_invoice.buyer.${field}`, code, message)
}

const inputOf = (order_id: string, body: CreditNoteBody): AmendInvoicesInput => {
  const { new_invoice: wanted, key = randomUUID(), ...credit } = body
  if (!wanted) return { order_id, credit: { ...credit, key } }
  const { buyer, lines } = wanted
  const { invoice_id, reason } = credit
  return {
    order_id,
    correction: { invoice_id, reason, lines, buyer: buyer && buyerOf(buyer) },
  }
}

/**
 * Credits something of an order's invoice, or with `new_invoice` corrects it: the rest is credited and a new invoice takes
 * its place → 201 with the order's documents, as `GET /admin/orders/:id/dk-invoices`.
 * 400 names the field; 404; 409 `already_corrected`, `exceeds_invoice`, `credits_exceed_invoice`, `invoicing_off`.
 */
export const POST = answerConflicts<CreditNoteBody>(
  async (req, res: MedusaResponse<AdminOrderInvoices>) => {
    await dkAmendInvoicesWorkflow(req.scope).run({
      input: inputOf(req.params.id ?? "", req.validatedBody),
    })
    res.status(201)
    await sendOrderInvoices(req, res)
  }
)
