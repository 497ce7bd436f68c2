import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecipientTaskListResponse } from "../../../../../types/http"
import { listTasks } from "../../../../../workflows/subject-request"
import type { TaskListQuery } from "../validators"

/** `{ tasks, count, offset, limit }`: who is told of what, those that wait first; filters `state` and `cause_id`. */
export const GET = async (
  req: MedusaRequest<unknown, TaskListQuery>,
  res: MedusaResponse<AdminRecipientTaskListResponse>
): Promise<void> => {
  res.json(await listTasks(req.scope, req.validatedQuery))
}
