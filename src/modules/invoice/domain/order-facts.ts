/**
 * What the order knows that decides whether, when and what is invoiced. Plain JSON: decimals are texts
 * in major units (kroner) as Medusa holds them, days are Danish (`YYYY-MM-DD`).
 */
export type OrderFacts = {
  order_id: string
  display_id: string
  /** ISO 4217 in upper case. */
  currency: string
  state: "draft" | "open" | "canceled"
  /** ISO instant the order was placed. */
  placed_at: string
  lines: LineFacts[]
  /** What is left to pay with money after gift cards and store credit. */
  due: string
  credits: CreditFacts[]
  payments: PaymentFacts[]
  refunds: RefundFacts[]
  /** Refunds that were taken back because no money went out; a credit note may stand for them already. */
  undone_refunds?: { id: string; amount: string }[]
  /** Last day goods left the store; null when none did. */
  shipped_on: string | null
  /** Country the goods go to, ISO 3166-1 alpha-2 in upper case; null when nothing is shipped. */
  ships_to: string | null
  buyer: BuyerFacts
  /** What the currency is worth in kroner; null for kroner, and when nobody has written it. */
  exchange: { rate: string; source: string; date: string } | null
  /** Goods were replaced free of charge: what was ordered no longer tells what is to be paid. */
  has_claim: boolean
  /** `test` when a payment moved no real money, `unknown` when nobody can tell any more. */
  money: "real" | "test" | "unknown"
}

export type LineFacts = {
  kind: "item" | "shipping"
  /** Medusa's id of the line: what tells later which goods were added or came back. */
  line_id: string
  description: string
  /** As ordered, goods that came back included. */
  quantity: string
  /** How many came back; how many left the store. */
  returned: string
  shipped: string
  unit_price: string
  is_tax_inclusive: boolean
  /** Sum of the tax lines' rates, in percent. */
  vat_rate: string
  /** Code of the store's tax rate: one of UNCL5305 (Z, E, AE, K, G, O) says why a rate is zero. */
  vat_code: string | null
  /** What the store's tax rate says of itself. */
  vat_note: string | null
  /** What kind of gift card is sold, `unset` when nobody has said; null for goods. */
  gift_card: GiftCardKind | "unset" | null
  /** Article number (SKU). */
  item_no: string | null
  adjustments: { amount: string; is_tax_inclusive: boolean }[]
}

/**
 * A multi-purpose voucher buys goods of several VAT rates or countries: VAT is paid when it is used. Of a single-purpose
 * one VAT is paid when it is sold (momsloven §§ 73 a and 73 b).
 */
export const GIFT_CARD_KINDS = ["multi_purpose", "single_purpose"] as const
export type GiftCardKind = (typeof GIFT_CARD_KINDS)[number]

/** Gift cards and store credit are payments of the consideration, not discounts of it. */
export type CreditFacts = {
  method: "gift_card" | "store_credit"
  amount: string
  used_on: string
}

export type PaymentFacts = {
  /** `manual` is Medusa's own provider; neither it nor a purchase on invoice reserves money. */
  kind: "manual" | "provider" | "on_account"
  method: PaymentMethod
  authorized: string
  canceled: boolean
  /** Days a company has to pay on invoice; absent where nothing was agreed. */
  terms_days?: number
  captures: { amount: string; captured_on: string }[]
}

/**
 * `invoice`: money received on an invoice. `set_off`: what one document is short of is what another gives back.
 */
export type PaymentMethod =
  "nets" | "manual" | "invoice" | "gift_card" | "store_credit" | "set_off" | "other"

export type RefundFacts = {
  id: string
  amount: string
  method: PaymentMethod
  refunded_on: string
  /** The store's words for the reason that staff chose; null without one. */
  reason: string | null
}

export type AddressFacts = {
  address_1: string | null
  address_2: string | null
  postal_code: string | null
  city: string | null
  country_code: string | null
}

/**
 * Who buys. A private buyer's name and address are among the facts only when they asked for them on the invoice, so they
 * cannot reach another document.
 */
export type BuyerFacts =
  | { type: "private"; named?: { name: string; address: AddressFacts | null } }
  | {
      type: "business" | "public"
      company_name: string | null
      cvr: string | null
      vat_id: string | null
      registration_no: string | null
      ean: string | null
      person_reference: string | null
      order_reference: string | null
      accounting_reference: string | null
      address: AddressFacts | null
    }
