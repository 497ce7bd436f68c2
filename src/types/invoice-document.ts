/** Day and number of another document. */
export type DkDocumentReference = { number: string; issued_on: string }

export type DkSeller = {
  name: string
  cvr: string
  /** Lines separated by line breaks or commas; in Denmark. */
  address: string
  email: string
  phone: string | null
}

export type DkPostalAddress = {
  address_1: string
  address_2: string | null
  postal_code: string
  city: string
  /** ISO 3166-1 alpha-2 in upper case. */
  country_code: string
}

/** A private buyer is named only when they asked for it. */
export type DkBuyerParty =
  | { type: "private"; name: string | null; address: DkPostalAddress | null }
  | {
      type: "business"
      company_name: string
      address: DkPostalAddress
      cvr: string | null
      vat_id: string | null
      registration_no: string | null
      order_reference: string | null
    }
  | {
      type: "public"
      company_name: string
      address: DkPostalAddress
      cvr: string | null
      ean: string | null
      person_reference: string | null
      order_reference: string | null
      accounting_reference: string | null
    }

/** UNCL5305: standard, zero, exempt, reverse charge, goods to another EU country, export, outside the scope of VAT. */
export type DkVatCategory = "S" | "Z" | "E" | "AE" | "K" | "G" | "O"

/** Whole øre. `credit` is a part of an invoice given back without naming its goods. */
export type DkDocumentLine = {
  kind: "item" | "shipping" | "credit"
  /** Medusa's id of the order line; null for `credit`. */
  line_id: string | null
  description: string
  item_no: string | null
  quantity: string
  /** Before discount and VAT, in kroner with at most four decimals. */
  unit_price_net: string
  discount_net: number
  /** Percent, as a decimal text. */
  vat_rate: string
  vat_category: DkVatCategory
  vat_reason: string | null
  net: number
  vat: number
  gross: number
}

export type DkVatTotal = {
  category: DkVatCategory
  rate: string
  reason: string | null
  net: number
  vat: number
  gross: number
}

/** An account in Denmark, one abroad, a payment slip, any of them. */
export type DkPayTo = {
  bank: { registration_no: string; account_no: string } | null
  iban: string | null
  bic: string | null
  fik: { card_type: "71" | "75"; payment_id: string; creditor_no: string } | null
}

/** What a sealed document and one that is asked for have in common. */
type DkDocumentContent = {
  kind: "invoice" | "credit_note"
  /** A simplified one names no buyer (momsbekendtgørelsen §§ 63-66). */
  form: "simplified" | "full"
  controller_id: string
  /** Null when the goods had not left the store when the document was issued. */
  delivered_on: string | null
  /** Country the goods go to, ISO 3166-1 alpha-2 in upper case; null when nothing is shipped. */
  ships_to: string | null
  /** Last day to pay what is not paid yet; null when nothing is left to pay. */
  due_on: string | null
  seller: DkSeller
  buyer: DkBuyerParty
  order_number: string
  currency: string
  lines: DkDocumentLine[]
  vat: DkVatTotal[]
  /** VAT in kroner of a document in another currency (momsloven § 52 a, stk. 8). */
  vat_dkk: { vat: number; rate: string; source: string; date: string } | null
  totals: { net: number; vat: number; gross: number }
  payments: {
    method: "nets" | "invoice" | "manual" | "other" | "gift_card" | "store_credit" | "set_off"
    amount: number
    paid_on: string
  }[]
  pay_to: DkPayTo | null
  /** Why a credit note or correction was made, in the words of staff. */
  reason: string | null
}

/** A document as sealed. Amounts are whole øre; unit prices are decimal texts in kroner; days are Danish, `YYYY-MM-DD`. */
export type DkInvoiceDocument = DkDocumentContent & {
  schema: "dk-invoice/1"
  series: "test" | "live"
  number: string
  /** `sale`, or what of the order and of which refund, change or act of staff. */
  cause: string
  issued_on: string
  amends: DkDocumentReference | null
  /** The invoice that this one took the place of. */
  replaces: DkDocumentReference | null
  /** 32 random bytes as hex: part of what the digest is of. */
  salt: string
  /** SHA-256 of the document before it in the series. */
  previous_digest: string | null
}

/** A document for the shop's bookkeeping system to make, which gives it number and day. */
export type DkRequestedDocument = DkDocumentContent & {
  schema: "dk-invoice-request/1"
  /** Paid on a test account: no real money was moved. */
  is_test: boolean
  /** The request for the invoice that a credit note amends, with its number once that is known. */
  amends: {
    request_id: string
    invoice: { system: string; number: string; issued_on: string } | null
  } | null
}
