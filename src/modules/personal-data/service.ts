import type { Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { dropErasedMail } from "./drop-erased-mail"
import { registerHost } from "./host-registration"
import Certificate from "./models/certificate"
import ErasedActor from "./models/erased-actor"
import Erasure from "./models/erasure"
import ExportTicket from "./models/export-ticket"
import Hold from "./models/hold"
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
  Hold,
  Ledger,
  Restriction,
}) {
  readonly settings: PersonalDataSettings

  /** All modules are loaded then, Medusa's notifications too. */
  readonly __hooks: { onApplicationStart: () => Promise<void> }

  constructor(container: { logger: Logger }, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parsePersonalDataOptions(options)
    registerHost(this.settings)
    const { logger } = container
    this.__hooks = {
      onApplicationStart: () => {
        dropErasedMail(logger)
        return Promise.resolve()
      },
    }
  }
}

export default PersonalDataModuleService
