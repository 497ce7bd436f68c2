import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import type { OrderFacts } from "../../../modules/invoice/domain/order-facts"
import { sealDocuments } from "../../../modules/invoice/sealing/seal-documents"
import { postgres } from "../../../shared/postgres"

/** Seals what is due. Has no compensation and must stay last: an issued number is never taken back. */
export const dkSealInvoiceDocumentsStep = createStep(
  "dk-seal-invoice-documents",
  async (facts: OrderFacts, { container }: { container: MedusaContainer }) => {
    const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
    return new StepResponse(await sealDocuments(postgres(container), settings, facts, new Date()))
  }
)
