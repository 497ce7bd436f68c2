import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { BuyerFields } from "../../../modules/buyer"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { modeOfOrder } from "../../../modules/invoice/external/mode-of-order"
import { correctInvoice } from "../../../modules/invoice/sealing/correct-invoice"
import { creditByStaff } from "../../../modules/invoice/sealing/credit-by-staff"
import type { StaffCredit } from "../../../modules/invoice/sealing/credit-by-staff"
import { openWork } from "../../../modules/invoice/sealing/seal-documents"
import type { Work } from "../../../modules/invoice/sealing/seal-one"
import { conflict } from "../../../shared/errors"
import { orderLock, postgres, withLock } from "../../../shared/postgres"
import { replaceOrderBuyer } from "../../buyer"
import { announceIssued } from "../delivery/announce"
import { gatherFacts } from "./gather-facts"

export type InvoiceCorrection = {
  invoice_id?: string | undefined
  reason: string
  /** Who buys, when that was wrong. */
  buyer?: BuyerFields | undefined
  /** `order` when goods, prices or VAT were wrong and the order has them right. */
  lines: "invoice" | "order"
}

export type AmendInvoicesInput = { order_id: string } & (
  { credit: StaffCredit } | { correction: InvoiceCorrection }
)

const amend = async (
  container: MedusaContainer,
  work: Work,
  input: AmendInvoicesInput
): Promise<void> => {
  if ("credit" in input) return creditByStaff(work, input.credit)
  const { buyer, ...correction } = input.correction
  await correctInvoice(work, { ...correction, buyer: buyer ? "order" : "invoice" })
  if (buyer) await replaceOrderBuyer(container, input.order_id, buyer, work.transaction)
}

/** Seals what staff decided on. Has no compensation and must stay last: an issued number is never taken back. */
export const dkAmendInvoicesStep = createStep(
  "dk-amend-invoices",
  async (input: AmendInvoicesInput, { container }: { container: MedusaContainer }) => {
    const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
    const buyer = "correction" in input ? input.correction.buyer : undefined
    const facts = await gatherFacts(container, input.order_id, buyer)
    const connection = postgres(container)
    const mode = await modeOfOrder(connection, settings, facts)
    if (mode === "off") {
      throw conflict("invoicing_off", "Invoicing is turned off for this order.")
    }
    if (mode === "external") {
      throw conflict("invoiced_elsewhere", "The bookkeeping system makes this order's documents.")
    }
    const work = await openWork(connection, { settings, facts, now: new Date() })
    await withLock(connection, orderLock(input.order_id), (transaction) =>
      amend(container, { transaction, ...work }, input)
    )
    // What is sealed stays sealed; the job tells of what this does not.
    await announceIssued(container).catch(() => null)
    return new StepResponse(input.order_id)
  }
)
