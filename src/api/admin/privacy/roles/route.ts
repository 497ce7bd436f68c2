import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRoles, AdminStaffRoleResponse } from "../../../../types/http"
import { giveRole, listRoles } from "../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { RoleBody } from "./validators"

/** `{ staff, platform_rbac, require_roles, without_role, see_everyone }`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminRoles>
): Promise<void> => {
  res.json(await listRoles(req.scope))
}

/** `{ staff_role }`. 400 naming `user_id`; 409 `named_in_options` and `platform_rbac`. */
export const POST = answerConflictsOfStaff<RoleBody>(
  async (req, res: MedusaResponse<AdminStaffRoleResponse>) => {
    const { actor_id: givenBy } = req.auth_context
    res.json({ staff_role: await giveRole(req.scope, { ...req.validatedBody, given_by: givenBy }) })
  }
)
