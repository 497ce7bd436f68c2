import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminConsentNumbers } from "../../../../../types/http"
import { consentNumbers } from "../../../../../workflows/consent"
import type { ConsentNumbersQuery } from "../validators"

/** `{ purposes, months }`: how often people gave, refused, withdrew and objected, by month in Denmark; nobody is named. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ConsentNumbersQuery>,
  res: MedusaResponse<AdminConsentNumbers>
): Promise<void> => {
  res.json(await consentNumbers(req.scope, req.validatedQuery))
}
