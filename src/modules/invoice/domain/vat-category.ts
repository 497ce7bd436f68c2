import { Decimal } from "../../../shared/decimal"
import type { VatCategory } from "./document"
import type { BuyerFacts, LineFacts } from "./order-facts"

/** Member states of the EU in whose VAT area goods move without export (ISO 3166-1 alpha-2). */
const EU_VAT_AREA = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ")
)

const CODES: ReadonlySet<string> = new Set(["S", "Z", "E", "AE", "K", "G", "O"])

const isCode = (code: string): code is VatCategory => CODES.has(code)

/** Where goods go and who buys them: what decides why a line carries no VAT. */
export type SupplyFacts = { buyer: BuyerFacts; ships_to: string | null }

/**
 * The VAT category of a line. A rate above zero is the standard category; of a zero rate the code of the store's tax
 * rate decides, then where the goods go. A multi-purpose gift card is no supply yet (momsloven § 73 b).
 */
export const vatCategoryOf = (
  { vat_rate: rate, vat_code: code, gift_card: giftCard }: LineFacts,
  { buyer, ships_to: country }: SupplyFacts
): VatCategory => {
  if (Decimal.gt(rate, 0)) return "S"
  const given = code?.trim().toUpperCase() ?? ""
  if (isCode(given) && given !== "S") return given
  if (giftCard !== null) return "O"
  if (country === null || country === "DK") return "E"
  if (!EU_VAT_AREA.has(country)) return "G"
  return buyer.type === "business" && buyer.vat_id !== null ? "K" : "E"
}

/** Why a category has no VAT, in the words of the law that a buyer's bookkeeper looks for; null where none is wanted. */
const REASONS: Readonly<Record<VatCategory, string | null>> = {
  S: null,
  Z: null,
  E: "Momsfritaget / exempt from VAT",
  AE: "Omvendt betalingspligt / reverse charge",
  K: "Momsfrit salg til andet EU-land / intra-Community supply",
  G: "Momsfri eksport / export outside the EU",
  O: "Uden for momslovens område / outside the scope of VAT",
}

/** The reason that stands on the document: the law's words, with the store's own for it. */
export const vatReasonOf = (category: VatCategory, note: string | null): string | null => {
  const usual = REASONS[category]
  const own = note?.trim() ?? ""
  return usual === null || own === "" ? usual : `${usual} (${own})`
}
