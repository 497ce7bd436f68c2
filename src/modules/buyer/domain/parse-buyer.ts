import { parseCvr, parseEan } from "../../../rules"
import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import type { BuyerFields, BuyerProblem, BuyerType } from "./buyer-fields"
import { readBuyerFields, readPlaceFields } from "./read-buyer-fields"
import type { PlaceFields } from "./read-buyer-fields"
import { parseVatId } from "./vat-id"

const NOT_CARRIED_BY: Readonly<Record<BuyerType, readonly (keyof BuyerFields)[]>> = {
  private: [
    "cvr",
    "vat_id",
    "registration_no",
    "ean",
    "company_name",
    "person_reference",
    "order_reference",
    "accounting_reference",
    "company_form",
  ],
  business: ["name_on_invoice"],
  public: ["vat_id", "registration_no", "name_on_invoice"],
}

const MESSAGES = {
  required: "This field is required.",
  format: "The number has the wrong length or holds other characters than digits.",
  leading_zero: "The number cannot start with 0.",
  check_digit: "The number has a typing error: its check digit is wrong.",
} as const

const problem = (field: string, code: keyof typeof MESSAGES, message = MESSAGES[code]) => ({
  field,
  code,
  message,
})

const countryOf = (fields: BuyerFields): string => fields.country ?? "dk"

const checkCountry = ({ country }: BuyerFields): BuyerProblem[] =>
  country === null || /^[a-z]{2}$/.test(country)
    ? []
    : [{ ...problem("country", "format"), message: "Write the two letters of the country's code." }]

const checkCvr = ({ cvr }: BuyerFields): BuyerProblem[] => {
  const result = parseCvr(cvr ?? "")
  return cvr === null || result.ok ? [] : [problem("cvr", result.reason)]
}

const checkEan = ({ ean }: BuyerFields): BuyerProblem[] => {
  const result = parseEan(ean ?? "")
  return ean === null || result.ok ? [] : [problem("ean", result.reason)]
}

const checkName = ({ company_name }: BuyerFields): BuyerProblem[] =>
  company_name === null ? [problem("company_name", "required")] : []

const checkVatId = (fields: BuyerFields): BuyerProblem[] => {
  if (fields.vat_id === null || parseVatId(fields.vat_id, countryOf(fields)) !== null) return []
  const message = "Write the VAT id with the prefix of its country."
  return [{ field: "vat_id", code: "format", message }]
}

/** An association may have no company number; it says so, or names its number in another register. */
const isAssociation = (fields: BuyerFields): boolean =>
  fields.company_form === "association" || fields.registration_no !== null

const checkCompanyNumber = (fields: BuyerFields): BuyerProblem[] => {
  const [own, other] =
    countryOf(fields) === "dk" ? (["cvr", "vat_id"] as const) : (["vat_id", "cvr"] as const)
  if (fields[other] !== null) {
    const message = `A business in this country is named by ${own}.`
    return [{ field: other, code: "not_allowed", message }]
  }
  return fields[own] === null && !isAssociation(fields) ? [problem(own, "required")] : []
}

const checkPublic = (fields: BuyerFields): BuyerProblem[] => {
  const missing = fields.ean === null ? [problem("ean", "required")] : []
  if (fields.person_reference !== null || fields.order_reference !== null) return missing
  const message = "Write a person reference or an order reference."
  return [...missing, { field: "person_reference", code: "required", message }]
}

const BY_TYPE: Readonly<Record<BuyerType, (fields: BuyerFields) => BuyerProblem[]>> = {
  private: () => [],
  business: (fields) => [
    ...checkCompanyNumber(fields),
    ...checkVatId(fields),
    ...checkName(fields),
  ],
  public: (fields) => [...checkPublic(fields), ...checkName(fields)],
}

/**
 * All that is wrong with a buyer's fields, most telling first; none when the buyer may be invoiced.
 * Sources: Danish Business Authority (CVR), GS1 and lov om offentlige betalinger (EAN and references).
 */
export const findBuyerProblems = (fields: BuyerFields): BuyerProblem[] => [
  ...NOT_CARRIED_BY[fields.type]
    .filter((field) => fields[field] !== null)
    .map((field) => ({
      field,
      code: "not_allowed",
      message: `A ${fields.type} buyer does not carry this field.`,
    })),
  ...checkCountry(fields),
  ...checkCvr(fields),
  ...checkEan(fields),
  ...BY_TYPE[fields.type](fields),
]

const valueOf = (result: { ok: true; value: string } | { ok: false }): string | null =>
  result.ok ? result.value : null

const normalise = (fields: BuyerFields): BuyerFields => ({
  ...fields,
  country: fields.type === "private" ? fields.country : countryOf(fields),
  cvr: fields.cvr && valueOf(parseCvr(fields.cvr)),
  ean: fields.ean && valueOf(parseEan(fields.ean)),
  vat_id: fields.vat_id && parseVatId(fields.vat_id, countryOf(fields)),
})

/**
 * Reads a buyer from a request's body and judges it.
 *
 * @returns the normalised fields, or the first problem with the field it stands in
 */
export const parseBuyer = (input: unknown): Result<BuyerFields, BuyerProblem> => {
  const read = readBuyerFields(input)
  if (!read.ok) return read
  const fields = { ...read.value, country: read.value.country?.toLowerCase() ?? null }
  const [first] = findBuyerProblems(fields)
  return first ? fail(first) : ok(normalise(fields))
}

/** A place a public buyer may save: an EAN number with the name it stands for. */
export type BuyerPlaceFields = PlaceFields & { ean: string; company_name: string }

/** Reads a saved EAN place from a request's body; the EAN number and the name are required. */
export const parseBuyerPlace = (input: unknown): Result<BuyerPlaceFields, BuyerProblem> => {
  const read = readPlaceFields(input)
  if (!read.ok) return read
  const ean = parseEan(read.value.ean ?? "")
  if (read.value.ean === null) return fail(problem("ean", "required"))
  if (!ean.ok) return fail(problem("ean", ean.reason))
  if (read.value.company_name === null) return fail(problem("company_name", "required"))
  return ok({ ...read.value, ean: ean.value, company_name: read.value.company_name })
}
