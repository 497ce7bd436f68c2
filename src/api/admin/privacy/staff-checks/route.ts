import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminStaffCheckListResponse, AdminStaffCheckResponse } from "../../../../types/http"
import { addStaffCheck, readStaffChecks } from "../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { StaffCheckBody, StaffCheckListQuery } from "./validators"

/** `{ staff_checks, count, offset, limit, asking }`, what asks for something first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StaffCheckListQuery>,
  res: MedusaResponse<AdminStaffCheckListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await readStaffChecks(req.scope, { limit, offset })), offset, limit })
}

/** 201 `{ staff_check }`: a certificate was seen (databeskyttelsesloven § 8). 409 `staff_check_exists`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest<StaffCheckBody>,
    res: MedusaResponse<AdminStaffCheckResponse>
  ): Promise<void> => {
    const { actor_id: by } = req.auth_context
    res.status(201).json({ staff_check: await addStaffCheck(req.scope, req.validatedBody, by) })
  }
)
