import { MedusaService } from "@medusajs/framework/utils"
import { parseAccessOptions } from "./options"
import type { AccessSettings } from "./options"

/** Knows who may do what with personal data. Nobody may who is not named. */
class AccessModuleService extends MedusaService({}) {
  readonly settings: AccessSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseAccessOptions(options)
  }
}

export default AccessModuleService
