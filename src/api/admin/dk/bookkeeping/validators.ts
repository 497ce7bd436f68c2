import { z } from "@medusajs/framework/zod"
import { ACCOUNT_KEYS } from "../../../../modules/invoice/domain/journal"
import { lazy } from "../../../../shared/lazy"

const month = lazy(() => z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM"))

export const bookkeepingQuery = lazy(() =>
  z.object({
    month: month(),
    /** Test documents are no part of the bookkeeping; they are there to try the file with. */
    series: z.enum(["live", "test"]).default("live"),
  })
)

export type BookkeepingQuery = z.infer<ReturnType<typeof bookkeepingQuery>>

export const differencesQuery = lazy(() => z.object({ month: month() }))

export type DifferencesQuery = z.infer<ReturnType<typeof differencesQuery>>

const number = lazy(() =>
  z
    .string()
    .trim()
    .regex(/^[\w.-]{1,20}$/, "must be at most twenty letters, digits, dots or dashes")
)

export const accountsBody = lazy(() =>
  z.strictObject({
    /** Numbers by what the account is for; null takes one away, what is left out stays. */
    accounts: z.partialRecord(z.enum(ACCOUNT_KEYS), number().nullable()),
  })
)

export type AccountsBody = z.infer<ReturnType<typeof accountsBody>>
