import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachNumbersResponse } from "../../../../../types/http"
import { getBreachNumbers } from "../../../../../workflows/breach"

/** What asks for attention: open cases, deadlines that are near or past, and what customers reported. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminBreachNumbersResponse>
): Promise<void> => {
  res.json(await getBreachNumbers(req.scope))
}
