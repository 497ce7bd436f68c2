import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachQuickStartsResponse } from "../../../../types/http"
import { listQuickStarts } from "../../../../workflows/breach"
import type { LocaleQuery } from "../breaches/validators"

/** `{ quick_starts }`: the breaches that happen most, with what to ask and what the form begins with, in `locale`. */
export const GET = (
  req: MedusaRequest<unknown, LocaleQuery>,
  res: MedusaResponse<AdminBreachQuickStartsResponse>
): void => {
  res.json({ quick_starts: listQuickStarts(req.validatedQuery.locale) })
}
