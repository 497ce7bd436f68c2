import { MedusaService } from "@medusajs/framework/utils"
import { parseBuyerOptions } from "./options"
import type { BuyerSettings } from "./options"

class BuyerModuleService extends MedusaService({}) {
  readonly settings: BuyerSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseBuyerOptions(options)
  }
}

export default BuyerModuleService
