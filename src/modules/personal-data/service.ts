import { MedusaService } from "@medusajs/framework/utils"
import { registerHost } from "./host-registration"
import Certificate from "./models/certificate"
import ErasedActor from "./models/erased-actor"
import Erasure from "./models/erasure"
import ExportTicket from "./models/export-ticket"
import Ledger from "./models/ledger"
import Restriction from "./models/restriction"
import { parsePersonalDataOptions } from "./options"
import type { PersonalDataSettings } from "./options"

/** Keeps erasures, their proofs and the orders they left restricted. The work is done by the workflows. */
class PersonalDataModuleService extends MedusaService({
  Certificate,
  ErasedActor,
  Erasure,
  ExportTicket,
  Ledger,
  Restriction,
}) {
  readonly settings: PersonalDataSettings

  constructor(container: object, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parsePersonalDataOptions(options)
    registerHost(this.settings)
  }
}

export default PersonalDataModuleService
