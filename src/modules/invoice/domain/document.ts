import type { PaymentMethod } from "./order-facts"

/** Version of the sealed JSON. Readers must know every version that was ever issued. */
export const DOCUMENT_SCHEMA = "dk-invoice/1"

/**
 * The neutral invoice or credit note. All amounts are whole øre (hundredths of the currency) and positive
 * in both kinds; unit prices are decimal texts in kroner, because an øre is too coarse for them.
 * It names what momsbekendtgørelsen § 58 asks for and no more.
 */
export type InvoiceContent = {
  schema: typeof DOCUMENT_SCHEMA
  kind: "invoice" | "credit_note"
  /** A simplified one names no buyer (momsbekendtgørelsen §§ 63-66). */
  form: "simplified" | "full"
  controller_id: string
  series: "test" | "live"
  /** Prefix and number in the series. */
  number: string
  /** Why it was issued: `sale`, or what of the order and of which refund, change or act of staff. */
  cause: string
  /** Days are Danish, `YYYY-MM-DD`. */
  issued_on: string
  /** Null when the goods had not left the store when the document was issued. */
  delivered_on: string | null
  /** Country the goods go to, ISO 3166-1 alpha-2 in upper case; null when nothing is shipped. */
  ships_to: string | null
  /** Last day to pay what is not paid yet; null when nothing is left to pay. */
  due_on: string | null
  seller: Seller
  buyer: BuyerParty
  /** Number of the order as the buyer knows it. */
  order_number: string
  currency: string
  lines: DocumentLine[]
  vat: VatTotal[]
  /** What the VAT is in kroner when the document is in another currency (momsloven § 52 a, stk. 8); else null. */
  vat_dkk: VatInKroner | null
  totals: Totals
  /** How the consideration was paid; on a credit note, how it was paid back. */
  payments: DocumentPayment[]
  /** Where to pay what is left; null when nothing is. */
  pay_to: PayTo | null
  /** The invoice a credit note amends (§ 58, stk. 2). */
  amends: { number: string; issued_on: string } | null
  /** The invoice that a correction takes the place of. */
  replaces: { number: string; issued_on: string } | null
  /** Why a credit note or correction was made, in the words of staff; null when its cause says enough. */
  reason: string | null
}

/** The document as sealed: the content, bound to its place in the series. */
export type InvoiceDocument = InvoiceContent & {
  /** 32 random bytes as hex, so that the stub's digest cannot be opened by guessing the content. */
  salt: string
  previous_digest: string | null
}

export type Seller = {
  name: string
  cvr: string
  /** As the option has it: lines separated by line breaks or commas. The country is Denmark. */
  address: string
  email: string
  phone: string | null
}

/** Where money for an invoice is sent: an account in Denmark, one abroad, a payment slip, any of them. */
export type PayTo = {
  bank: { registration_no: string; account_no: string } | null
  iban: string | null
  bic: string | null
  /** Danish payment slip (FIK): card type 71 or 75 with its number, and the creditor's eight digits. */
  fik: { card_type: "71" | "75"; payment_id: string; creditor_no: string } | null
}

/** UNCL5305: standard, zero, exempt, reverse charge, goods to another EU country, export, outside the scope of VAT. */
export type VatCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O"

/** `vat` in øre at `rate` kroner for one of the currency, published by `source` for `date`. */
export type VatInKroner = { vat: number; rate: string; source: string; date: string }

export type PostalAddress = {
  address_1: string
  address_2: string | null
  postal_code: string
  city: string
  /** ISO 3166-1 alpha-2 in upper case. */
  country_code: string
}

/** A private buyer is named only when they asked for it; then the document is a full one. */
export type BuyerParty =
  | { type: "private"; name: string | null; address: PostalAddress | null }
  | {
      type: "business"
      company_name: string
      address: PostalAddress
      cvr: string | null
      vat_id: string | null
      registration_no: string | null
      order_reference: string | null
    }
  | {
      type: "public"
      company_name: string
      address: PostalAddress
      cvr: string | null
      ean: string | null
      person_reference: string | null
      order_reference: string | null
      accounting_reference: string | null
    }

/** `credit` is a part of an invoice given back without naming its goods. */
export type DocumentLine = {
  kind: "item" | "shipping" | "credit"
  /** Medusa's id of the order line; null for `credit`. */
  line_id: string | null
  /** Empty for `credit`: each language has its own words. */
  description: string
  /** The store's article number; null where there is none. */
  item_no: string | null
  quantity: string
  /** Before discount and VAT, in kroner with at most four decimals. */
  unit_price_net: string
  discount_net: number
  /** Percent, as a decimal text. */
  vat_rate: string
  vat_category: VatCategory
  vat_reason: string | null
  net: number
  vat: number
  gross: number
}

/** VAT of one category and rate. `reason` says why there is none, where the category wants that said (E, AE, K, G, O). */
export type VatTotal = {
  category: VatCategory
  rate: string
  reason: string | null
  net: number
  vat: number
  gross: number
}
export type Totals = { net: number; vat: number; gross: number }
export type DocumentPayment = { method: PaymentMethod; amount: number; paid_on: string }
