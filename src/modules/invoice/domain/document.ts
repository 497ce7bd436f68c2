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
  controller_id: string
  series: "test" | "live"
  /** Prefix and number in the series. */
  number: string
  /** Days are Danish, `YYYY-MM-DD`. */
  issued_on: string
  /** Null when the goods had not left the store when the document was issued. */
  delivered_on: string | null
  seller: Seller
  buyer: BuyerParty
  /** Number of the order as the buyer knows it. */
  order_number: string
  currency: string
  lines: DocumentLine[]
  vat: VatTotal[]
  totals: Totals
  /** How the consideration was paid; on a credit note, how it was paid back. */
  payments: DocumentPayment[]
  /** The invoice a credit note amends (§ 58, stk. 2). */
  amends: { number: string; issued_on: string } | null
}

/** The document as sealed: the content, bound to its place in the series. */
export type InvoiceDocument = InvoiceContent & {
  /** 32 random bytes as hex, so that the stub's digest cannot be opened by guessing the content. */
  salt: string
  previous_digest: string | null
}

export type Seller = { name: string; cvr: string; address: string; email: string }

export type PostalAddress = {
  address_1: string
  address_2: string | null
  postal_code: string
  city: string
  /** ISO 3166-1 alpha-2 in upper case. */
  country_code: string
}

/** A private buyer gets a simplified document: no name, no address. */
export type BuyerParty =
  | { type: "private" }
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
  /** Empty for `credit`: each language has its own words. */
  description: string
  quantity: string
  /** Before discount and VAT, in kroner with at most four decimals. */
  unit_price_net: string
  discount_net: number
  /** Percent, as a decimal text. */
  vat_rate: string
  net: number
  vat: number
  gross: number
}

export type VatTotal = { rate: string; net: number; vat: number; gross: number }
export type Totals = { net: number; vat: number; gross: number }
export type DocumentPayment = { method: PaymentMethod; amount: number; paid_on: string }
