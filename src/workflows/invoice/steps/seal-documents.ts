import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import type { OrderFacts } from "../../../modules/invoice/domain/order-facts"
import { sealDocuments } from "../../../modules/invoice/sealing/seal-documents"
import { postgres } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { findBuyerOfOrder } from "../../buyer"
import { tellRequests } from "../tell-requests"
import { announceIssued } from "../delivery/announce"

type GatheredFacts = {
  facts: OrderFacts
  /** The buyer the facts were read with. */
  seen: Awaited<ReturnType<typeof findBuyerOfOrder>>
}

/** Seals what is due, or asks for it. Has no compensation and must stay last: an issued number is never taken back. */
export const dkSealInvoiceDocumentsStep = createStep(
  "dk-seal-invoice-documents",
  async ({ facts, seen }: GatheredFacts, { container }: { container: MedusaContainer }) => {
    const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
    const isCurrent = async (transaction: Knex.Transaction): Promise<boolean> => {
      const buyer = await findBuyerOfOrder(container, facts.order_id, transaction)
      return JSON.stringify(buyer) === JSON.stringify(seen)
    }
    const issue = { settings, facts, now: new Date(), isCurrent }
    const result = await sealDocuments(postgres(container), issue)
    await tellRequests(container, result.requested)
    // What is sealed stays sealed; the job tells of what this does not.
    if (result.issued.length > 0) await announceIssued(container, result.issued).catch(() => null)
    return new StepResponse(result)
  }
)
