import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminStaffCheckResponse, DkDeletedResponse } from "../../../../../types/http"
import { changeStaffCheck, getStaffCheck, removeStaffCheck } from "../../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"
import type { StaffCheckChange } from "../validators"

/** `{ staff_check }`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminStaffCheckResponse>
): Promise<void> => {
  res.json({ staff_check: await getStaffCheck(req.scope, req.params.id ?? "") })
}

/** `{ staff_check }`: the certificate was seen again, or the employee left. 409 `employee_left`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest<StaffCheckChange>,
    res: MedusaResponse<AdminStaffCheckResponse>
  ): Promise<void> => {
    const { actor_id: by } = req.auth_context
    const { id = "" } = req.params
    res.json({ staff_check: await changeStaffCheck(req.scope, id, req.validatedBody, by) })
  }
)

/** `{ id, object, deleted }`: gone for good. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DkDeletedResponse>
): Promise<void> => {
  const { id = "" } = req.params
  await removeStaffCheck(req.scope, id)
  res.json({ id, object: "staff_check", deleted: true })
}
