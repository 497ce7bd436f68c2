import { z } from "@medusajs/framework/zod"
import { isHandledCurrency } from "../../../../shared/money"
import { lazy } from "../../../../shared/lazy"

export const exchangeRateBody = lazy(() =>
  z.strictObject({
    /** ISO 4217, any case; another currency than kroner. */
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .refine(
        (code) => code !== "DKK" && isHandledCurrency(code),
        "is not a currency the store handles"
      ),
    /** Danish day the rate is of. */
    valid_from: z.iso.date(),
    /** Kroner for one of the currency. */
    rate: z
      .string()
      .regex(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,8})?$/, "must be kroner for one, like 7.4612"),
    /** Who published it, as it stands on the invoice. */
    source: z.string().trim().min(1).max(100),
  })
)

export type ExchangeRateBody = z.infer<ReturnType<typeof exchangeRateBody>>
