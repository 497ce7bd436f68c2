import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReplayListResponse, AdminReplayResponse } from "../../../../types/http"
import { beginReplay, listReplays, runReplaysSoon } from "../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { ReplayListQuery } from "./validators"

/** `{ replays, count, offset, limit }`, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ReplayListQuery>,
  res: MedusaResponse<AdminReplayListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listReplays(req.scope, { limit, offset })), offset, limit })
}

/**
 * 202 `{ replay }`: erases again, in the background, what a restored backup has brought back. One at a time: 409
 * `replay_running`. A second one changes nothing more.
 */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminReplayResponse>
  ): Promise<void> => {
    const replay = await beginReplay(req.scope, req.auth_context.actor_id)
    runReplaysSoon(req.scope)
    res.status(202).json({ replay })
  }
)
