import { copenhagenDay } from "../../../rules"
import { Decimal } from "../../../shared/decimal"
import type {
  BuyerFacts,
  GiftCardKind,
  LineFacts,
  OrderFacts,
  PaymentFacts,
  PaymentMethod,
  RefundFacts,
} from "../../../modules/invoice/domain/order-facts"
import { isOnAccount } from "../../../modules/invoice/on-account/provider"
import type { OnAccountFacts } from "../../../modules/invoice/on-account/facts"
import { MANUAL_PROVIDER, methodOfProvider } from "./method-of-provider"
import type { OrderRow } from "./order-row"

/** What the buyer's domain tells of an order's buyer. */
export type OrderBuyer = {
  type: "private" | "business" | "public"
  company_name: string | null
  cvr: string | null
  vat_id: string | null
  registration_no: string | null
  ean: string | null
  person_reference: string | null
  order_reference: string | null
  accounting_reference: string | null
  name_on_invoice: true | null
}

/** Kinds of the gift cards among the products, by product; one that staff has not told is left out. */
export type GiftCardKinds = ReadonlyMap<string, GiftCardKind>

type Collection = OrderRow["payment_collections"][number]
type Payment = Collection["payments"][number]
type Movement = { amount: string; created_at: string }
type Priced = Pick<OrderRow["items"][number], "is_tax_inclusive" | "tax_lines" | "adjustments">

/** Names of the only variant, which tell nothing. */
const NO_VARIANT = /^(standard|default( variant)?)$/i

const methodOf = ({ provider_id }: Payment): PaymentMethod => methodOfProvider(provider_id)

const toPriced = ({ is_tax_inclusive, tax_lines, adjustments }: Priced) => ({
  is_tax_inclusive: is_tax_inclusive === true,
  vat_rate: Decimal.sum(0, ...tax_lines.map(({ rate }) => rate)).toString(),
  vat_code: tax_lines[0]?.code ?? null,
  vat_note: tax_lines[0]?.description ?? null,
  adjustments: adjustments.map((it) => ({
    amount: it.amount,
    is_tax_inclusive: it.is_tax_inclusive === true,
  })),
})

const describe = ({ title, product_title, variant_title }: OrderRow["items"][number]): string => {
  const name = product_title ?? title
  const hasVariant = variant_title && variant_title !== name && !NO_VARIANT.test(variant_title)
  return hasVariant ? `${name}, ${variant_title}` : name
}

/** VAT of goods in Denmark, which Medusa leaves out of gift cards. */
const STANDARD_RATE = "25"

/** A single-purpose gift card is sold with VAT in its price. */
const toGiftCard = (
  { is_giftcard: isGiftCard, product_id: productId }: OrderRow["items"][number],
  kinds: GiftCardKinds
): Pick<LineFacts, "gift_card"> & Partial<LineFacts> => {
  if (isGiftCard !== true) return { gift_card: null }
  const kind = kinds.get(productId ?? "") ?? "unset"
  return kind === "single_purpose"
    ? { gift_card: kind, vat_rate: STANDARD_RATE, is_tax_inclusive: true }
    : { gift_card: kind }
}

const toLines = ({ items, shipping_methods }: OrderRow, giftCards: GiftCardKinds): LineFacts[] => [
  ...items
    .filter(({ quantity }) => Decimal.gt(quantity, 0))
    .map((item) => ({
      kind: "item" as const,
      line_id: item.id,
      returned: Decimal.add(
        item.detail?.return_received_quantity ?? 0,
        item.detail?.return_dismissed_quantity ?? 0
      ).toString(),
      shipped: Decimal.max(
        item.detail?.shipped_quantity ?? 0,
        item.detail?.delivered_quantity ?? 0
      ).toString(),
      description: describe(item),
      quantity: Decimal.convert(item.quantity).toString(),
      unit_price: item.unit_price,
      item_no: item.variant_sku,
      ...toPriced(item),
      ...toGiftCard(item, giftCards),
    })),
  ...shipping_methods.map((method) => ({
    kind: "shipping" as const,
    line_id: method.id,
    returned: "0",
    shipped: "0",
    description: method.name,
    quantity: "1",
    unit_price: method.amount,
    gift_card: null,
    item_no: null,
    ...toPriced(method),
  })),
]

/**
 * The oldest movements that add up to the settled amount. Medusa stores a capture or refund before it asks
 * the provider and takes the row away when the provider refuses; only the collection's totals tell what
 * really happened.
 */
const settledOf = <Row extends Movement>(rows: readonly Row[], settled: string): Set<Row> => {
  const known = new Set<Row>()
  let sum = Decimal.convert(0)
  for (const row of [...rows].sort((a, b) => a.created_at.localeCompare(b.created_at))) {
    sum = Decimal.add(sum, row.amount)
    if (Decimal.gt(sum, settled)) break
    known.add(row)
  }
  return known
}

/** The payments of a collection without movements that are still under way. */
const settledPayments = ({ payments, captured_amount, refunded_amount }: Collection): Payment[] => {
  const captures = settledOf(
    payments.flatMap((payment) => payment.captures),
    captured_amount
  )
  const refunds = settledOf(
    payments.flatMap((payment) => payment.refunds),
    refunded_amount
  )
  return payments.map((payment) => ({
    ...payment,
    captures: payment.captures.filter((capture) => captures.has(capture)),
    refunds: payment.refunds.filter((refund) => refunds.has(refund)),
  }))
}

/** Credit lines the order was placed with; later ones are Medusa's bookkeeping of refunds. */
const isFromPurchase = ({ version }: { version?: number | null | undefined }): boolean =>
  (version ?? 1) === 1

/** What the store's plugin calls the gift card that paid. */
const isGiftCard = (reference: string | null): boolean => /gift[ _-]?card/i.test(reference ?? "")

const kindOf = ({ provider_id }: Payment): PaymentFacts["kind"] => {
  if (provider_id === MANUAL_PROVIDER) return "manual"
  return isOnAccount(provider_id) ? "on_account" : "provider"
}

const toPayment = (payment: Payment, { terms, receivedOn }: OnAccountFacts): PaymentFacts => {
  const days = terms.get(payment.id)
  return {
    kind: kindOf(payment),
    method: methodOf(payment),
    authorized: payment.amount,
    canceled: Boolean(payment.canceled_at),
    ...(days !== undefined && { terms_days: days }),
    captures: payment.captures.map(({ id, amount, created_at }) => ({
      amount,
      captured_on: receivedOn.get(id) ?? copenhagenDay(created_at),
    })),
  }
}

const toRefunds = (payments: readonly Payment[]): RefundFacts[] =>
  payments
    .flatMap((payment) => payment.refunds.map((refund) => ({ ...refund, payment })))
    .sort((a, b) => a.created_at.localeCompare(b.created_at))
    .map(({ id, amount, created_at, refund_reason, payment }) => ({
      id,
      amount,
      method: methodOf(payment),
      refunded_on: copenhagenDay(created_at),
      reason: refund_reason?.label ?? null,
    }))

const shippedOn = ({ fulfillments }: OrderRow): string | null =>
  fulfillments
    .filter(({ canceled_at }) => !canceled_at)
    .flatMap(({ shipped_at, delivered_at }) => shipped_at ?? delivered_at ?? [])
    .map((instant) => copenhagenDay(instant))
    .sort()
    .at(-1) ?? null

const namedOf = ({ billing_address: address = null }: OrderRow) => ({
  name: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
  address,
})

const toBuyer = (buyer: OrderBuyer | null, order: OrderRow): BuyerFacts => {
  if (!buyer || buyer.type === "private") {
    return { type: "private", ...(buyer?.name_on_invoice && { named: namedOf(order) }) }
  }
  return {
    type: buyer.type,
    company_name: buyer.company_name,
    cvr: buyer.cvr,
    vat_id: buyer.vat_id,
    registration_no: buyer.registration_no,
    ean: buyer.ean,
    person_reference: buyer.person_reference,
    order_reference: buyer.order_reference,
    accounting_reference: buyer.accounting_reference,
    address: order.billing_address ?? null,
  }
}

const stateOf = ({ status, is_draft_order }: OrderRow): OrderFacts["state"] => {
  if (is_draft_order === true || status === "draft") return "draft"
  return status === "canceled" ? "canceled" : "open"
}

/** What is read beside the order. */
export type KnownFacts = Pick<OrderFacts, "money" | "has_claim" | "exchange"> & {
  giftCards: GiftCardKinds
  onAccount: OnAccountFacts
}

/** The order as the issuing rules see it. A buyer nobody entered is a private one. */
export const toOrderFacts = (
  order: OrderRow,
  buyer: OrderBuyer | null,
  { giftCards, onAccount, ...known }: KnownFacts
): OrderFacts => {
  const payments = order.payment_collections.flatMap(settledPayments)
  return {
    order_id: order.id,
    display_id: order.display_id,
    currency: order.currency_code.toUpperCase(),
    state: stateOf(order),
    placed_at: order.created_at,
    lines: toLines(order, giftCards),
    due: order.total,
    credits: order.credit_lines
      .filter((line) => Decimal.gt(line.amount, 0) && isFromPurchase(line))
      .map(({ amount, created_at, reference }) => ({
        method: isGiftCard(reference) ? "gift_card" : "store_credit",
        amount,
        used_on: copenhagenDay(created_at),
      })),
    payments: payments.map((payment) => toPayment(payment, onAccount)),
    refunds: toRefunds(payments),
    shipped_on: shippedOn(order),
    ships_to: order.shipping_address?.country_code?.toUpperCase() ?? null,
    buyer: toBuyer(buyer, order),
    ...known,
  }
}
