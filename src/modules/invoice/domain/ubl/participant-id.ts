import type { BuyerParty } from "../document"

/** An address in a network of e-invoices: who gives the numbers out, and the number. */
export type Endpoint = { scheme: string; value: string }

const digits = (value: string): string => value.replace(/[\s.-]/g, "")

const danishDigits = (value: string): string => digits(value).replace(/^DK/i, "")

const ofLength = (value: string, length: number): string | null =>
  /^\d+$/.test(value) && value.length === length ? value : null

/** How the Danish schemes of ISO 6523 write their numbers (Peppol BIS Billing 3.0.21). */
const DANISH: Readonly<Record<string, (value: string) => string | null>> = {
  /** GLN. */
  "0088": (value) => ofLength(digits(value), 13),
  /** CVR, without the prefix. */
  "0184": (value) => ofLength(danishDigits(value), 8),
  /** Production unit. */
  "0096": (value) => ofLength(digits(value), 10),
  /** SE, with the prefix. */
  "0198": (value) => {
    const number = ofLength(danishDigits(value), 8)
    return number && `DK${number}`
  },
}

/**
 * The number as Peppol wants it written for its scheme (ISO 6523 code); null when it may not be sent.
 * Check digits are not judged here.
 */
export const peppolParticipantId = (scheme: string, value: string): string | null =>
  DANISH[scheme]?.(value) ?? null

/** Peppol's scheme for the VAT ids of a country, by their prefix. Sweden, Finland and Norway use other numbers. */
const VAT_SCHEMES: Readonly<Record<string, string>> = {
  AT: "9914",
  BE: "9925",
  BG: "9926",
  CH: "9927",
  CY: "9928",
  CZ: "9929",
  DE: "9930",
  EE: "9931",
  EL: "9933",
  ES: "9920",
  FR: "9957",
  GB: "9932",
  HR: "9934",
  HU: "9910",
  IE: "9935",
  IT: "0211",
  LT: "9937",
  LU: "9938",
  LV: "9939",
  MT: "9943",
  NL: "9944",
  PL: "9945",
  PT: "9946",
  RO: "9947",
  SI: "9949",
  SK: "9950",
}

/** Prefixes of VAT ids that OIOUBL has a scheme for besides those above. */
const OIOUBL_VAT_PREFIXES = new Set([...Object.keys(VAT_SCHEMES), "SE", "FI", "NO"])

const toEndpoint = (scheme: string | undefined, value: string | null): Endpoint | null =>
  scheme === undefined || value === null ? null : { scheme, value }

/** Where Peppol delivers to the buyer: the EAN of a public one, CVR or VAT id of a business; null when there is none. */
export const peppolEndpointOf = (buyer: BuyerParty): Endpoint | null => {
  if (buyer.type === "private") return null
  if (buyer.type === "public")
    return toEndpoint("0088", peppolParticipantId("0088", buyer.ean ?? ""))
  if (buyer.cvr !== null) return toEndpoint("0184", peppolParticipantId("0184", buyer.cvr))
  return toEndpoint(VAT_SCHEMES[buyer.vat_id?.slice(0, 2) ?? ""], buyer.vat_id)
}

/** A CVR or SE number as OIOUBL writes it: `DK` and 8 digits; null when it is none. */
export const oioublCompanyId = (cvr: string): string | null => {
  const number = peppolParticipantId("0184", cvr)
  return number && `DK${number}`
}

const oioublVatScheme = (vatId: string): string | undefined => {
  const prefix = vatId.slice(0, 2)
  if (!OIOUBL_VAT_PREFIXES.has(prefix)) return undefined
  return `${prefix === "EL" ? "GR" : prefix}:VAT`
}

/** Where NemHandel delivers to the buyer, by OIOUBL's names of the schemes; null when there is none. */
export const oioublEndpointOf = (buyer: BuyerParty): Endpoint | null => {
  if (buyer.type === "private") return null
  if (buyer.type === "public")
    return toEndpoint("GLN", peppolParticipantId("0088", buyer.ean ?? ""))
  if (buyer.cvr !== null) return toEndpoint("DK:CVR", oioublCompanyId(buyer.cvr))
  return toEndpoint(oioublVatScheme(buyer.vat_id ?? ""), buyer.vat_id)
}
