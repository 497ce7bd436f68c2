import type { BuyerFields, BuyerProblem } from "./buyer-fields"

/** What a full invoice must know of the buyer's address (momsbekendtgørelsen § 58: name and address). */
const REQUIRED = ["address_1", "postal_code", "city", "country_code"] as const

export type BillingAddress = Partial<Record<(typeof REQUIRED)[number], string | null>>

const message = "The billing address must hold this for the invoice."

/**
 * What the billing address of a business or public buyer lacks for a full invoice. The name stands on
 * the buyer itself (`company_name`); a private buyer gets a simplified document and needs no address, unless they want
 * their name and address on it.
 */
export const findAddressProblems = (
  {
    type,
    name_on_invoice: wantsName,
  }: Pick<BuyerFields, "type"> & Partial<Pick<BuyerFields, "name_on_invoice">>,
  address: BillingAddress | null
): BuyerProblem[] => {
  if (type === "private" && !wantsName) return []
  if (!address) return [{ field: "billing_address", code: "required", message }]
  return REQUIRED.filter((field) => !address[field]?.trim()).map((field) => ({
    field: `billing_address.${field}`,
    code: "required",
    message,
  }))
}
