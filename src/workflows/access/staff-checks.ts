import type { MedusaContainer } from "@medusajs/framework/types"
import {
  checkState,
  createStaffCheck,
  deleteStaffCheck,
  dropLeftStaffChecks,
  listStaffChecks,
  readAsking,
  readStaffCheck,
  recordLeaving,
  seeAgain,
} from "../../modules/access"
import type { NewStaffCheck, StaffCheckRow } from "../../modules/access"
import { findStop } from "../../modules/personal-data"
import { copenhagenDay } from "../../rules"
import { shippedLocale } from "../../shared/options"
import { postgres } from "../../shared/postgres"
import { noteForStaff } from "../../shared/staff-feed"
import type { AdminStaffCheck } from "../../types/http"
import { accessSettings } from "./settings"

const toStaffCheck = (row: StaffCheckRow): AdminStaffCheck => ({
  id: row.id,
  user_id: row.user_id,
  employee_reference: row.employee_reference,
  kind: row.kind,
  reason: row.reason,
  seen_by: row.seen_by,
  seen_on: row.seen_on,
  next_due: row.next_due,
  completed: row.completed,
  left_on: row.left_on,
  state: checkState(row, copenhagenDay(new Date())),
})

/** Records that a certificate was seen. Throws invalid_data naming the field and conflict `staff_check_exists`. */
export const addStaffCheck = async (
  container: MedusaContainer,
  input: NewStaffCheck,
  by: string
): Promise<AdminStaffCheck> =>
  toStaffCheck(await createStaffCheck(postgres(container), input, { by, now: new Date() }))

/** Records a new sighting, or that the employee left. Throws not_found, invalid_data and conflict `employee_left`. */
export const changeStaffCheck = async (
  container: MedusaContainer,
  id: string,
  change: Parameters<typeof seeAgain>[2] | { left_on: string },
  by: string
): Promise<AdminStaffCheck> => {
  const now = new Date()
  const row =
    "left_on" in change
      ? await recordLeaving(postgres(container), id, change.left_on, now)
      : await seeAgain(postgres(container), id, change, { by, now })
  return toStaffCheck(row)
}

/** One check. Throws not_found. */
export const getStaffCheck = async (
  container: MedusaContainer,
  id: string
): Promise<AdminStaffCheck> => toStaffCheck(await readStaffCheck(postgres(container), id))

/** Deletes a check for good. Throws not_found. */
export const removeStaffCheck = (container: MedusaContainer, id: string): Promise<void> =>
  deleteStaffCheck(postgres(container), id)

/** Checks, those that ask for something first. */
export const readStaffChecks = async (
  container: MedusaContainer,
  range: { limit: number; offset: number }
): Promise<{ staff_checks: AdminStaffCheck[]; count: number; asking: number }> => {
  const { rows, ...counts } = await listStaffChecks(postgres(container), {
    ...range,
    now: new Date(),
  })
  return { staff_checks: rows.map(toStaffCheck), ...counts }
}

/** Nobody is named: the feed is read by all staff. */
const TEXTS = {
  da: {
    title: "Medarbejdertjek",
    soon: "En straffeattest skal ses igen inden 30 dage. Se Persondata > Medarbejdertjek.",
    due: "En straffeattest skal ses igen nu. Se Persondata > Medarbejdertjek.",
  },
  en: {
    title: "Staff checks",
    soon: "A criminal record certificate is to be seen again within 30 days. See Personal data > Staff checks.",
    due: "A criminal record certificate is to be seen again now. See Personal data > Staff checks.",
  },
} as const

const remind = async (container: MedusaContainer, now: Date): Promise<void> => {
  const texts = TEXTS[shippedLocale(accessSettings(container).locales)]
  const today = copenhagenDay(now)
  const asking = await readAsking(postgres(container), now)
  const notes = asking.map((check) => {
    const state = checkState(check, today) === "due" ? ("due" as const) : ("soon" as const)
    // One for each time it comes near and one when it is due, however often this runs.
    const key = `dk-staff-check:${check.id}:${check.next_due}:${state}`
    return { key, title: texts.title, text: texts[state] }
  })
  await noteForStaff(container, notes)
}

/**
 * Puts what is due, or will be within thirty days, into Medusa's feed, once each, and deletes checks of those who left or
 * were deleted thirty days ago, unless a stop is in force. Can be run again at any time.
 */
export const tendStaffChecks = async (
  container: MedusaContainer,
  now = new Date()
): Promise<void> => {
  const connection = postgres(container)
  if (!(await findStop(connection, now))) await dropLeftStaffChecks(connection, now)
  await remind(container, now)
}
