import { MedusaService } from "@medusajs/framework/utils"
import { parseAccessOptions } from "./options"
import type { AccessSettings } from "./options"

class AccessModuleService extends MedusaService({}) {
  readonly settings: AccessSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseAccessOptions(options)
  }
}

export default AccessModuleService
