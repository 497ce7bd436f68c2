import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "../../shared/postgres"
import { dropErasedMail } from "./drop-erased-mail"
import { warnOfDrift } from "./engine/warn-of-drift"
import { registerHost } from "./host-registration"
import AccountVisit from "./models/account-visit"
import CartLogin from "./models/cart-login"
import Certificate from "./models/certificate"
import ErasedActor from "./models/erased-actor"
import Erasure from "./models/erasure"
import ExportTicket from "./models/export-ticket"
import HandOver from "./models/hand-over"
import Hold from "./models/hold"
import Installation from "./models/installation"
import Ledger from "./models/ledger"
import LedgerReceipt from "./models/ledger-receipt"
import Parked from "./models/parked"
import PersonRestriction from "./models/person-restriction"
import RecordText from "./models/record-text"
import Replay from "./models/replay"
import Restriction from "./models/restriction"
import RetentionRule from "./models/retention-rule"
import Scan from "./models/scan"
import ScanDigest from "./models/scan-digest"
import ScanResult from "./models/scan-result"
import Selection from "./models/selection"
import Stop from "./models/stop"
import Sweep from "./models/sweep"
import { parsePersonalDataOptions } from "./options"
import type { PersonalDataSettings } from "./options"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
}

/** Keeps erasures, their proofs and the orders they left restricted. The work is done by the workflows. */
class PersonalDataModuleService extends MedusaService({
  AccountVisit,
  CartLogin,
  Certificate,
  ErasedActor,
  Erasure,
  ExportTicket,
  HandOver,
  Hold,
  Installation,
  Ledger,
  LedgerReceipt,
  Parked,
  PersonRestriction,
  RecordText,
  Replay,
  Restriction,
  RetentionRule,
  Scan,
  ScanDigest,
  ScanResult,
  Selection,
  Stop,
  Sweep,
}) {
  readonly settings: PersonalDataSettings

  /** Medusa calls it when every module is loaded and has registered its tables. */
  readonly __hooks: { onApplicationStart: () => Promise<void> }

  constructor(container: Dependencies, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parsePersonalDataOptions(options)
    registerHost(this.settings)
    // Both are read when the store starts: nothing else of this module needs them.
    this.__hooks = {
      onApplicationStart: async () => {
        const logger = container[ContainerRegistrationKeys.LOGGER]
        dropErasedMail(logger)
        await warnOfDrift(container[ContainerRegistrationKeys.PG_CONNECTION], logger)
      },
    }
  }
}

export default PersonalDataModuleService
