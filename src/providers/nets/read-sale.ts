import type { BigNumberInput, RemoteQueryFunction } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { SaleConsumer } from "../../modules/nets/domain/consumer"
import type { Sale, SaleCredit, SaleLine } from "../../modules/nets/domain/order-lines"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

export type Query = Omit<RemoteQueryFunction, symbol>

type TaxLine = { rate?: BigNumberInput | null }
type Line = {
  id: string
  total?: BigNumberInput
  tax_total?: BigNumberInput
  tax_lines?: TaxLine[] | null
}
type Item = Line & {
  title?: string | null
  product_title?: string | null
  variant_sku?: string | null
  variant_id?: string | null
  quantity: BigNumberInput
  requires_shipping?: boolean
}
type ShippingMethod = Line & { name?: string | null }
type SaleRow = Omit<SaleConsumer, "buyer"> & {
  locale?: string | null
  items?: Item[] | null
  shipping_methods?: ShippingMethod[] | null
  credit_lines?: { amount: BigNumberInput; reference?: string | null }[] | null
}

export type ReadSale = {
  sale: Sale
  consumer: SaleConsumer
  locale: string | null
  /** Something in it has to be sent. */
  needs_shipping: boolean
}

/** Totals are computed only when they are asked for together with what they are made of. */
const FIELDS = [
  "id",
  "locale",
  "currency_code",
  "total",
  "items.*",
  "items.total",
  "items.tax_total",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.tax_total",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "email",
  "billing_address.*",
  "shipping_address.*",
]

const number = (value: BigNumberInput | undefined): number => MathBN.convert(value ?? 0).toNumber()

/** All the decimals Medusa has. */
const exact = (value: BigNumberInput | undefined): string => MathBN.convert(value ?? 0).toFixed()

const taxRate = (lines: TaxLine[] | null | undefined): number =>
  (lines ?? []).reduce((sum, { rate }) => sum + number(rate ?? 0), 0)

const lineOf = (
  line: Line,
  own: Pick<SaleLine, "kind" | "name" | "reference" | "quantity">
): SaleLine => ({
  ...own,
  total: exact(line.total),
  tax_total: exact(line.tax_total),
  tax_rate: taxRate(line.tax_lines),
})

/** The loyalty plugin's names of its credits; others are what staff takes off an order. */
const creditKind = (reference: string | null | undefined): SaleCredit["kind"] => {
  if (reference === "gift-card") return "gift_card"
  return reference === "store-credit" ? "store_credit" : "deduction"
}

const saleOf = (row: SaleRow): Sale => {
  const itemLines = (row.items ?? []).map((item) =>
    lineOf(item, {
      kind: "item",
      name: item.product_title ?? item.title ?? "",
      reference: item.variant_sku ?? item.variant_id ?? item.id,
      quantity: number(item.quantity),
    })
  )
  const shippingLines = (row.shipping_methods ?? []).map((method) =>
    lineOf(method, {
      kind: "shipping",
      name: method.name ?? "",
      reference: "shipping",
      quantity: 1,
    })
  )
  return {
    lines: [...itemLines, ...shippingLines],
    credits: (row.credit_lines ?? []).map(({ amount, reference }) => ({
      kind: creditKind(reference),
      amount: exact(amount),
    })),
  }
}

const readSaleOf = (
  row: SaleRow,
  { buyer, isOrder }: { buyer: SaleConsumer["buyer"]; isOrder: boolean }
): ReadSale => ({
  sale: saleOf(row),
  consumer: {
    email: row.email ?? null,
    billing_address: row.billing_address ?? null,
    shipping_address: row.shipping_address ?? null,
    buyer: buyer ?? null,
  },
  locale: row.locale ?? null,
  // Medusa marks a cart's lines; those that staff typed into an order say "not sent", whatever they are.
  needs_shipping:
    isOrder || (row.items ?? []).some(({ requires_shipping: ships }) => ships !== false),
})

/** Who buys: an order's own row before its cart's. The payment module has the database but not the buyer module. */
const BUYER_SQL = `SELECT type, company_name FROM dk_buyer
  WHERE deleted_at IS NULL AND (order_id = ? OR cart_id = ANY(
      ARRAY(SELECT cart_id FROM order_cart WHERE order_id = ? AND deleted_at IS NULL) || ?::text))
  ORDER BY order_id NULLS LAST LIMIT 1`

/**
 * The cart behind a payment session with Medusa's own totals, else the order (edits and phone orders have no
 * cart); undefined when there is neither.
 */
export const readSale = async (
  connection: Knex,
  query: Query,
  sessionId: string
): Promise<ReadSale | undefined> => {
  const sql = `SELECT cp.cart_id, op.order_id FROM payment_session s
    LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = s.payment_collection_id AND cp.deleted_at IS NULL
    LEFT JOIN order_payment_collection op ON op.payment_collection_id = s.payment_collection_id AND op.deleted_at IS NULL
    WHERE s.id = ? LIMIT 1`
  const rows = await selectRows<{ cart_id: string | null; order_id: string | null }>(
    connection,
    sql,
    [sessionId]
  )
  const { cart_id: cartId = null, order_id: orderId = null } = rows[0] ?? {}
  const id = orderId ?? cartId
  if (id === null) return undefined
  const entity = orderId === null ? "cart" : "order"
  const { data } = await query.graph({ entity, fields: FIELDS, filters: { id } })
  const [row] = data as unknown[] as SaleRow[]
  if (!row) return undefined
  const [buyer] = await selectRows<NonNullable<SaleConsumer["buyer"]>>(connection, BUYER_SQL, [
    id,
    id,
    id,
  ])
  return readSaleOf(row, { buyer: buyer ?? null, isOrder: orderId !== null })
}
