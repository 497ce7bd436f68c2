import { z } from "@medusajs/framework/zod"
import { CHANNELS, purposeSchema } from "./notice-data"
import { lazy } from "../../../shared/lazy"

/** Columns of a file, and keys of a row in JSON. */
export const IMPORT_COLUMNS = ["email", "purpose", "channel", "given_at"] as const

/** One request's worth; a larger list is sent in parts. */
export const MOST_ROWS = 5_000

/** No web shop is older. */
const EARLIEST = Date.UTC(1990, 0, 1)

const instant = lazy(() =>
  z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true })],
      "must be a day or an instant in ISO 8601"
    )
    .refine((text) => Date.parse(text) >= EARLIEST, "must be after 1990")
    .refine((text) => Date.parse(text) <= Date.now(), "must not be in the future")
    .transform((text) => new Date(text).toISOString())
)

const rowSchema = lazy(() =>
  z.object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email("must be an e-mail")),
    purpose: purposeSchema(),
    channel: z.enum(CHANNELS, "must be email or sms"),
    given_at: instant(),
  })
)

export type ImportRow = z.infer<ReturnType<typeof rowSchema>>

/** What is wrong with a row: its values are never repeated. */
export type RowProblem = { field: string; code: string; message: string }

/** A row as it was sent: what it says, or the first thing that is wrong with it. */
export const readImportRow = (row: unknown): ImportRow | RowProblem => {
  const parsed = rowSchema().safeParse(row)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join(".") ?? ""
  return {
    field: field === "" ? "row" : field,
    code: "invalid",
    message: issue?.message ?? "is wrong",
  }
}
