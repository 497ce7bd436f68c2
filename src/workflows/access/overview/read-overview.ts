import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, executeWithConcurrency } from "@medusajs/framework/utils"
import type { Permission } from "../../../modules/access"
import { findRule } from "../../../modules/access/domain/routes/find-rule"
import { nameArea } from "../../../modules/access/domain/overview/area-names"
import type { DoctorLocale } from "../../../modules/access/domain/doctor/words"
import { errorName } from "../../../shared/errors"
import { postgres } from "../../../shared/postgres"
import type { AdminOverview, AdminOverviewArea } from "../../../types/http"
import { readNoticesInUse } from "../../consent"
import { readInvoiceSetup } from "../../invoice"
import { isNetsOffered, listNetsAccounts } from "../../nets"
import { diagnose } from "../doctor/examine"
import type { Diagnosis } from "../doctor/examine"
import { accessSettings } from "../settings"
import { KEPT_SECONDS, KeptReadings } from "./kept-readings"
import { READINGS } from "./numbers"
import type { Draft, Fill, Reading } from "./numbers"
import { setupOf } from "./setup"
import type { SetupFacts } from "./setup"
import { tasksOf } from "./tasks"

const readSetup = async (
  container: MedusaContainer,
  { facts, findings }: Diagnosis
): Promise<SetupFacts> => {
  const { missing, readLog } = accessSettings(container)
  return {
    isProduction: facts.isProduction,
    ...{ missingOptions: missing, findings, isReadLogWanted: readLog },
    notices: await readNoticesInUse(container),
    invoices: await readInvoiceSetup(container),
    nets: {
      isOffered: await isNetsOffered(container),
      accounts: listNetsAccounts(container),
    },
  }
}

/** The doctor and the list of what is to be set up are read by the same people. */
const DOCTOR: Reading = {
  ...{ area: "doctor", list: "/admin/privacy/doctor", isHeavy: true },
  read: async (container) => {
    const diagnosis = await diagnose(container)
    const setup = setupOf(await readSetup(container, diagnosis))
    return (draft) => {
      draft.setup = setup
      draft.reportIn = diagnosis.reportIn
    }
  },
}

/** The store goes on serving shoppers by the same pool of connections. */
const AT_ONCE = 3

const kept = new KeptReadings<Fill>()

type Asked = {
  /** Whether whoever asks has a permission. */
  may: (permission: Permission) => Promise<boolean>
  /** The language of the doctor's words. */
  locale: DoctorLocale
  /** Nothing that was read before counts. */
  isFresh: boolean
}

/** Without `fill` it could not be read. */
type Read = { area: AdminOverviewArea; at: Date; fill: Fill | null }

const readArea = async (
  container: MedusaContainer,
  { area, isHeavy, read }: Reading,
  isFresh: boolean
): Promise<Read> => {
  const begin = () => read(container)
  const { at, value } = isHeavy
    ? kept.read(postgres(container), area, { isFresh, read: begin })
    : { at: new Date(), value: begin() }
  try {
    return { area, at, fill: await value }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-access: ${area} could not be read for the overview (${errorName(error)})`)
    return { area, at, fill: null }
  }
}

const readingsFor = async ({ may }: Asked): Promise<Reading[]> => {
  const open: Reading[] = []
  for (const reading of [...READINGS, DOCTOR]) {
    const rule = findRule("GET", reading.list)
    if (rule !== null && (await may(rule.needs))) open.push(reading)
  }
  return open
}

/**
 * Everything that the overview shows, each number as its own list counts it. An area stands in the answer for
 * those who may read its list. One that cannot be read hides no other. What is heavy to read may be as old as `kept_seconds` says.
 */
export const readOverview = async (
  container: MedusaContainer,
  asked: Asked,
  now = new Date()
): Promise<AdminOverview> => {
  const readings = await readingsFor(asked)
  const settled = await executeWithConcurrency(
    readings.map((reading) => () => readArea(container, reading, asked.isFresh)),
    AT_ONCE
  )
  const reads = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []))
  const draft: Draft = { numbers: {} }
  for (const { fill } of reads) fill?.(draft)
  const { numbers, setup, reportIn } = draft
  const doctor = reportIn?.(asked.locale)
  const times = reads.map(({ at }) => at.getTime())
  return {
    numbers,
    tasks: tasksOf(numbers, doctor, { locale: asked.locale, now }),
    ...(setup && { setup }),
    ...(doctor && { doctor }),
    failed: reads
      .flatMap(({ area, fill }) => (fill === null ? [area] : []))
      .sort()
      .map((area) => ({ area, name: nameArea(area, asked.locale) })),
    read_at: new Date(Math.min(Date.now(), ...times)).toISOString(),
    kept_seconds: KEPT_SECONDS,
  }
}
