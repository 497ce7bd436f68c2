import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExchangeRatesResponse } from "../../../../types/http"
import { listExchangeRates, saveExchangeRate } from "../../../../workflows/invoice"
import type { ExchangeRateBody } from "./validators"

/** `{ exchange_rates }`: kroner for one of each currency, the newest first, 500 at most. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminExchangeRatesResponse>
): Promise<void> => {
  res.json({ exchange_rates: await listExchangeRates(req.scope) })
}

/**
 * `{ currency, valid_from, rate, source }` → 201 `{ exchange_rates }`: writes the rate of a day, or puts it right. Invoices
 * that waited for it are issued by the repair job. 400 naming the field.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ExchangeRateBody>,
  res: MedusaResponse<AdminExchangeRatesResponse>
): Promise<void> => {
  await saveExchangeRate(req.scope, { ...req.validatedBody, entered_by: req.auth_context.actor_id })
  res.status(201).json({ exchange_rates: await listExchangeRates(req.scope) })
}
