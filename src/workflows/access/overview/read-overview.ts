import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Permission } from "../../../modules/access"
import { findRule } from "../../../modules/access/domain/routes/find-rule"
import type { DoctorLocale } from "../../../modules/access/domain/doctor/words"
import { errorName } from "../../../shared/errors"
import type { AdminOverview, AdminOverviewArea, AdminOverviewNumbers } from "../../../types/http"
import { readNoticesInUse } from "../../consent"
import { readInvoiceSetup } from "../../invoice"
import { isNetsOffered, listNetsAccounts } from "../../nets"
import { diagnose } from "../doctor/examine"
import type { Diagnosis } from "../doctor/examine"
import { accessSettings } from "../settings"
import { READINGS } from "./numbers"
import { setupOf } from "./setup"
import type { SetupFacts } from "./setup"
import { tasksOf } from "./tasks"

/** The doctor and the list of what is to be set up are read by the same people. */
const DOCTOR = "/admin/privacy/doctor"

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

type Asked = {
  /** Whether whoever asks has a permission. */
  may: (permission: Permission) => Promise<boolean>
  /** The language of the doctor's words. */
  locale: DoctorLocale
}

/**
 * Everything that the front page of Privacy shows, each number as its own list counts it. An area stands in the answer for
 * those who may read its list. One that cannot be read hides no other.
 */
export const readOverview = async (
  container: MedusaContainer,
  { may, locale }: Asked,
  now = new Date()
): Promise<AdminOverview> => {
  const numbers: Partial<AdminOverviewNumbers> = {}
  const found: Pick<AdminOverview, "setup" | "doctor"> = {}
  const failed: AdminOverviewArea[] = []

  const attempt = async (
    area: AdminOverviewArea,
    list: string,
    read: () => Promise<void>
  ): Promise<void> => {
    const rule = findRule("GET", list)
    if (rule === null || !(await may(rule.needs))) return
    try {
      await read()
    } catch (error) {
      failed.push(area)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-access: ${area} could not be read for the overview (${errorName(error)})`)
    }
  }
  await Promise.all([
    ...READINGS.map(({ area, list, readInto }) =>
      attempt(area, list, () => readInto(numbers, container))
    ),
    attempt("doctor", DOCTOR, async () => {
      const diagnosis = await diagnose(container)
      found.doctor = diagnosis.reportIn(locale)
      found.setup = setupOf(await readSetup(container, diagnosis))
    }),
  ])
  return {
    numbers,
    tasks: tasksOf(numbers, found.doctor, { locale, now }),
    ...found,
    failed: failed.sort(),
  }
}
