import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFindingScanResponse } from "../../../../../types/http"
import { scanOldData } from "../../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"

/** `{ scan, open }`: 10,000 further rows were read; after the last one the next call begins again. 409 `scan_running`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminFindingScanResponse>
  ): Promise<void> => {
    res.json(await scanOldData(req.scope))
  }
)
