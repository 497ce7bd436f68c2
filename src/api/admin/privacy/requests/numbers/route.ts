import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestNumbersResponse } from "../../../../../types/http"
import { getNumbers } from "../../../../../workflows/subject-request"

/** What asks for attention: deadlines that are near or past, and letters that have not left. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSubjectRequestNumbersResponse>
): Promise<void> => {
  res.json(await getNumbers(req.scope))
}
