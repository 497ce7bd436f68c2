import { z } from "@medusajs/framework/zod"
import { fieldName } from "../../../shared/field-name"
import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import { BUYER_TYPES, COMPANY_FORMS, TEXT_LIMIT } from "./buyer-fields"
import { lazy } from "../../../shared/lazy"
import type { BuyerFields, BuyerProblem } from "./buyer-fields"

const CONTROL_CHARACTERS = /\p{Cc}/u

const text = lazy(() =>
  z
    .string()
    .max(TEXT_LIMIT)
    .transform((value) => value.trim())
    .refine((value) => !CONTROL_CHARACTERS.test(value), { params: { code: "characters" } })
    .transform((value) => (value === "" ? null : value))
    .nullish()
    .transform((value) => value ?? null)
)

const schema = lazy(() =>
  z.strictObject({
    type: z.enum(BUYER_TYPES),
    country: text(),
    cvr: text(),
    vat_id: text(),
    registration_no: text(),
    ean: text(),
    company_name: text(),
    person_reference: text(),
    order_reference: text(),
    accounting_reference: text(),
    company_form: z
      .enum(COMPANY_FORMS)
      .nullish()
      .transform((value) => value ?? null),
    name_on_invoice: z
      .boolean()
      .nullish()
      .transform((value): true | null => (value === true ? true : null)),
  })
)

const placeSchema = lazy(() =>
  schema().pick({ ean: true, company_name: true, accounting_reference: true })
)

/** The fields of a saved EAN place. */
export type PlaceFields = z.infer<ReturnType<typeof placeSchema>>

const MESSAGES: Readonly<Record<string, string>> = {
  too_big: `Use at most ${TEXT_LIMIT.toString()} characters.`,
  invalid_type: "Write text.",
  invalid_value: "Choose one of the allowed values.",
  custom: "Line breaks and control characters are not allowed.",
}
const CODES: Readonly<Record<string, string>> = {
  too_big: "too_long",
  invalid_type: "invalid_type",
  invalid_value: "not_allowed_value",
  custom: "characters",
}

/** Zod's issue as our problem: zod's own texts may repeat what the person typed. */
const toProblem = (issue: z.core.$ZodIssue | undefined): BuyerProblem => {
  if (issue?.code === "unrecognized_keys") {
    return {
      field: fieldName(issue.keys[0] ?? ""),
      code: "unknown_field",
      message: "This field is not known.",
    }
  }
  const [field = "body"] = issue?.path ?? []
  const code = CODES[issue?.code ?? ""] ?? "invalid"
  const message = MESSAGES[issue?.code ?? ""] ?? "This value cannot be used."
  if (field === "type") {
    return { field, code, message: `Choose ${BUYER_TYPES.join(", ")}.` }
  }
  return { field: String(field), code, message }
}

const read = <Output>(target: z.ZodType<Output>, input: unknown): Result<Output, BuyerProblem> => {
  const parsed = target.safeParse(input)
  return parsed.success ? ok(parsed.data) : fail(toProblem(parsed.error.issues[0]))
}

/** Reads the shape of a buyer from a request's body: known fields, short single-line texts, blank as null. */
export const readBuyerFields = (input: unknown): Result<BuyerFields, BuyerProblem> =>
  read(schema(), input)

/** Reads the shape of a saved EAN place. */
export const readPlaceFields = (input: unknown): Result<PlaceFields, BuyerProblem> =>
  read(placeSchema(), input)
