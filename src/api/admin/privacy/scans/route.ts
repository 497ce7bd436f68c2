import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFullScanListResponse, AdminFullScanResponse } from "../../../../types/http"
import { listFullScans, startFullScan } from "../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { ScanListQuery } from "./validators"

/** `{ scans, is_due, count, offset, limit }`: full scans, the latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ScanListQuery>,
  res: MedusaResponse<AdminFullScanListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listFullScans(req.scope, { limit, offset })), offset, limit })
}

/**
 * 202 `{ scan }`: looks through the whole database for all who are not fully proven. Asked while one is running it
 * answers that one, and goes on with one that was killed. 409 `nothing_to_scan` when there is nobody to look for.
 */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminFullScanResponse>
  ): Promise<void> => {
    res.status(202).json({ scan: await startFullScan(req.scope, req.auth_context.actor_id) })
  }
)
