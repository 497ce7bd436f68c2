import { model } from "@medusajs/framework/utils"
import { CERTIFICATES, POST_REASONS } from "../domain/staff-check-words"

/**
 * That an employee's criminal record certificate was seen (databeskyttelsesloven § 8, stk. 3). No file, nothing of what it
 * says, no free text.
 */
const StaffCheck = model.define(
  { name: "accessStaffCheck", tableName: "dk_access_staff_check" },
  {
    id: model.id({ prefix: "dkcheck" }).primaryKey(),
    /** A Medusa user; or the employer's own number of an employee without a login. */
    user_id: model.text().nullable(),
    employee_reference: model.text().nullable(),
    kind: model.enum([...CERTIFICATES]),
    reason: model.enum([...POST_REASONS]),
    seen_by: model.text(),
    /** Days in Denmark, `YYYY-MM-DD`. */
    seen_on: model.text(),
    next_due: model.text(),
    /** May hold the post. */
    completed: model.boolean(),
    left_on: model.text().nullable(),
  }
)

export default StaffCheck
