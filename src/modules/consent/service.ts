import { MedusaService } from "@medusajs/framework/utils"
import { parseConsentOptions } from "./options"
import type { ConsentSettings } from "./options"

class ConsentModuleService extends MedusaService({}) {
  readonly settings: ConsentSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseConsentOptions(options)
  }
}

export default ConsentModuleService
