/** Where what a receiver would refuse is mended: on the order, in the tax rates, or in the store's options. */
export type ProblemPlace = "order" | "tax" | "options" | "none"

const PLACES: Readonly<Record<string, ProblemPlace>> = {
  seller_name_required: "options",
  seller_cvr_required: "options",
  buyer_name_required: "order",
  buyer_endpoint_required: "order",
  gln_check_digit: "order",
  buyer_reference_required: "order",
  buyer_country_required: "order",
  country_unknown: "order",
  vat_id_prefix: "order",
  reverse_charge_buyer_id_required: "order",
  intra_community_vat_id_required: "order",
  intra_community_delivery_day_required: "order",
  intra_community_country_required: "order",
  item_name_required: "order",
  quantity_zero: "order",
  standard_rate_required: "tax",
  zero_rate_required: "tax",
  one_standard_rate: "tax",
  exemption_reason_required: "tax",
  outside_scope_alone: "tax",
  exchange_rate_required: "options",
  fik_creditor_no: "options",
  fik_payment_id: "options",
  fik_check_digit: "options",
  bank_account_required: "options",
  bank_account_format: "options",
}

export const placeOf = (code: string): ProblemPlace => PLACES[code] ?? "none"

/** The places of some problems, each once, in the order in which they are first met. */
export const placesOf = (codes: readonly string[]): ProblemPlace[] => [
  ...new Set(codes.map(placeOf)),
]
