import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "../../shared/postgres"
import AccessEvent from "./models/event"
import Protection from "./models/protection"
import Heartbeat from "./models/heartbeat"
import Role from "./models/role"
import Finding from "./models/finding"
import InputCount from "./models/input-count"
import Scan from "./models/scan"
import StaffCheck from "./models/staff-check"
import { parseAccessOptions } from "./options"
import type { AccessSettings } from "./options"
import { ReadLog } from "./read-log"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Logger
}

/** Knows who may do what with personal data, and logs who read it. */
class AccessModuleService extends MedusaService({
  AccessEvent,
  Finding,
  Heartbeat,
  InputCount,
  Protection,
  Role,
  Scan,
  StaffCheck,
}) {
  readonly settings: AccessSettings
  readonly readLog: ReadLog

  /** Medusa calls it before it ends: what waits is written. */
  readonly __hooks: { onApplicationPrepareShutdown: () => Promise<void> }

  constructor(container: Dependencies, options?: Record<string, unknown>) {
    super(container, options)
    this.settings = parseAccessOptions(options)
    this.readLog = new ReadLog({
      connection: container[ContainerRegistrationKeys.PG_CONNECTION],
      logger: container[ContainerRegistrationKeys.LOGGER],
      controllerId: this.settings.controller.id,
      isWanted: this.settings.readLog,
    })
    this.__hooks = { onApplicationPrepareShutdown: () => this.readLog.flush() }
  }
}

export default AccessModuleService
