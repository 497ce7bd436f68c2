import { MedusaService } from "@medusajs/framework/utils"
import { parsePersonalDataOptions } from "./options"
import type { PersonalDataSettings } from "./options"

class PersonalDataModuleService extends MedusaService({}) {
  readonly settings: PersonalDataSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parsePersonalDataOptions(options)
  }
}

export default PersonalDataModuleService
