import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, isProduction } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../../modules/access"
import type { AccessModuleService } from "../../../modules/access"
import type { DoctorFacts } from "../../../modules/access/domain/doctor/facts"
import type { Finding } from "../../../modules/access/domain/doctor/finding"
import { judge, worstOf } from "../../../modules/access/domain/doctor/judge"
import { sayFinding } from "../../../modules/access/domain/doctor/words"
import type { DoctorLocale } from "../../../modules/access/domain/doctor/words"
import { postgres } from "../../../shared/postgres"
import type { AdminDoctorReport } from "../../../types/http"
import { countLackingIndexes, countOrderExports } from "../../personal-data"
import { secondsSinceHeartbeat } from "../heartbeat"
import { findUnguarded } from "./guards"
import {
  isCertificateChecked,
  isPrivateServed,
  readAddresses,
  readEngines,
  readSecrets,
  readSessionCookie,
} from "./read-config"
import {
  countEmailProviders,
  estimateOrders,
  readConnection,
  readStaff,
  readVat,
} from "./read-store"

const gather = async (container: MedusaContainer): Promise<DoctorFacts> => {
  const config = container.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  const { settings } = container.resolve<AccessModuleService>(ACCESS_MODULE)
  const connection = postgres(container)
  const isLive = isProduction()
  const exports = await countOrderExports(container)
  return {
    isProduction: isLive,
    addresses: readAddresses(config, settings),
    sessionCookie: readSessionCookie(config, isLive),
    secrets: readSecrets(config, settings),
    database: {
      ...(await readConnection(connection)),
      isCertificateChecked: isCertificateChecked(config),
    },
    files: {
      isPrivateServed: isPrivateServed(config, process.cwd()),
      orderExports: exports.stored,
      overdueExports: exports.overdue,
    },
    staff: await readStaff(container),
    worker: {
      mode: config.projectConfig.workerMode ?? "shared",
      secondsSinceBeat: await secondsSinceHeartbeat(container),
    },
    email: { providers: await countEmailProviders(connection) },
    vat: await readVat(connection),
    engines: readEngines(config),
    indexes: {
      lacking: await countLackingIndexes(container),
      orders: await estimateOrders(connection),
    },
    unguarded: await findUnguarded(connection),
  }
}

export type Diagnosis = {
  facts: DoctorFacts
  findings: readonly Finding[]
  reportIn: (locale: DoctorLocale) => AdminDoctorReport
}

/** What the doctor knows of the running store and what it thinks of it, before it is put into words. */
export const diagnose = async (container: MedusaContainer): Promise<Diagnosis> => {
  const facts = await gather(container)
  const findings = judge(facts)
  return {
    ...{ facts, findings },
    reportIn: (locale) => ({
      state: worstOf(findings),
      is_production: facts.isProduction,
      findings: findings.map((finding) => ({
        check: finding.check,
        state: finding.state,
        code: finding.code,
        ...sayFinding(finding, locale),
      })),
    }),
  }
}

/**
 * Looks at how the store is set up and run: addresses, cookies, secrets, database, files, staff, jobs, mail, VAT and guards of
 * evidence. Reads only. The report holds no secret and no personal data.
 */
export const examineStore = async (
  container: MedusaContainer,
  locale: DoctorLocale
): Promise<AdminDoctorReport> => (await diagnose(container)).reportIn(locale)
