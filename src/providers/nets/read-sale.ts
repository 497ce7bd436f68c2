import type { BigNumberInput, RemoteQueryFunction } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import type { Sale, SaleLine } from "../../modules/nets/domain/order-lines"
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
type SaleRow = {
  locale?: string | null
  items?: Item[] | null
  shipping_methods?: ShippingMethod[] | null
  credit_lines?: { amount: BigNumberInput }[] | null
}

export type ReadSale = {
  sale: Sale
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
]

const number = (value: BigNumberInput | undefined): number => MathBN.convert(value ?? 0).toNumber()

const taxRate = (lines: TaxLine[] | null | undefined): number =>
  (lines ?? []).reduce((sum, { rate }) => sum + number(rate ?? 0), 0)

const lineOf = (line: Line, name: string, reference: string, quantity: number): SaleLine => ({
  reference,
  name,
  quantity,
  total: number(line.total),
  tax_total: number(line.tax_total),
  tax_rate: taxRate(line.tax_lines),
})

const saleOf = (row: SaleRow): ReadSale => {
  const items = row.items ?? []
  const itemLines = items.map((item) => {
    const name = item.product_title ?? item.title ?? "Vare"
    const reference = item.variant_sku ?? item.variant_id ?? item.id
    return lineOf(item, name, reference, number(item.quantity))
  })
  const shippingLines = (row.shipping_methods ?? []).map((method) =>
    lineOf(method, method.name ?? "Levering", "shipping", 1)
  )
  return {
    sale: {
      lines: [...itemLines, ...shippingLines],
      credits: (row.credit_lines ?? []).map(({ amount }) => ({
        name: "Gavekort",
        amount: number(amount),
      })),
    },
    locale: row.locale ?? null,
    needs_shipping: items.some(({ requires_shipping: ships }) => ships !== false),
  }
}

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
  return row && saleOf(row)
}
