import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

/** Above it a number would not fit the table. */
const LARGEST_NUMBER = 2_000_000_000

export const liveSeriesBody = lazy(() =>
  z.strictObject({
    /** Stands before each number; may be empty. */
    prefix: z
      .string()
      .regex(/^[A-Za-z0-9-]{0,10}$/, "must be at most ten letters, digits or dashes")
      .refine((prefix) => prefix.toUpperCase() !== "TEST-", "belongs to the test series")
      .default(""),
    /** Above the last number that was used elsewhere. */
    first_number: z.number().int().min(1).max(LARGEST_NUMBER),
    /** Orders placed from this moment on get valid numbers; every order not invoiced yet when it is left out. */
    starts_at: z.iso.datetime({ offset: true }).optional(),
  })
)

export type LiveSeriesBody = z.infer<ReturnType<typeof liveSeriesBody>>
