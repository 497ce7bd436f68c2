import { z } from "@medusajs/framework/zod"
import { ACCOUNT_KEYS } from "../../../../modules/invoice/domain/journal"

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "must be a month, YYYY-MM")

export const bookkeepingQuery = z.object({
  month,
  /** Test documents are no part of the bookkeeping; they are there to try the file with. */
  series: z.enum(["live", "test"]).default("live"),
})

export type BookkeepingQuery = z.infer<typeof bookkeepingQuery>

export const differencesQuery = z.object({ month })

export type DifferencesQuery = z.infer<typeof differencesQuery>

const number = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,20}$/, "must be at most twenty letters, digits, dots or dashes")

export const accountsBody = z.strictObject({
  /** Numbers by what the account is for; null takes one away, what is left out stays. */
  accounts: z.partialRecord(z.enum(ACCOUNT_KEYS), number.nullable()),
})

export type AccountsBody = z.infer<typeof accountsBody>
