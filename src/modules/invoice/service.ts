import { MedusaService } from "@medusajs/framework/utils"
import { parseInvoiceOptions } from "./options"
import type { InvoiceSettings } from "./options"

class InvoiceModuleService extends MedusaService({}) {
  readonly settings: InvoiceSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseInvoiceOptions(options)
  }
}

export default InvoiceModuleService
