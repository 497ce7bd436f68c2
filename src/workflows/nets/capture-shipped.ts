import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { captureMode } from "../../modules/nets/domain/session-data"
import { capturesDue, shippedAmount } from "../../modules/nets/domain/shipped-amount"
import { errorName } from "../../shared/errors"
import { decimalOf, listOf } from "../../shared/medusa-rows"
import { toMajorUnits, toMinorUnits } from "../../shared/money"
import { postgres, selectRows } from "../../shared/postgres"
import { whileLocked } from "../../shared/session-locks"
import { lazy } from "../../shared/lazy"
import { coreFlows } from "../../shared/core-flows"

const orderRow = lazy(() =>
  z.object({
    currency_code: z.string(),
    status: z.string(),
    total: decimalOf(),
    cart: z.object({ id: z.string() }).nullish(),
    items: listOf(
      z.object({
        total: decimalOf(),
        quantity: decimalOf(),
        requires_shipping: z.boolean().nullish(),
        detail: z.object({ shipped_quantity: decimalOf(), delivered_quantity: decimalOf() }),
      })
    ),
    shipping_methods: listOf(z.object({ total: decimalOf() })),
    payment_collections: listOf(
      z.object({
        payments: listOf(
          z.object({
            id: z.string(),
            provider_id: z.string(),
            amount: decimalOf(),
            data: z.unknown(),
            canceled_at: z.unknown(),
            captures: listOf(z.object({ amount: decimalOf() })),
          })
        ),
      })
    ),
  })
)

const FIELDS = [
  "id",
  "currency_code",
  "status",
  "total",
  "cart.id",
  "items.*",
  "items.total",
  "items.detail.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.total",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
]

const findDue = async (container: MedusaContainer, orderId: string) => {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: orderId } })
  const order = orderRow().parse(data[0])
  if (order.status === "canceled") return { currency: order.currency_code, due: [] }
  const minor = (value: z.infer<ReturnType<typeof decimalOf>>) =>
    toMinorUnits(value, order.currency_code)
  const wanted = shippedAmount({
    lines: order.items.map((item) => ({
      total: minor(item.total),
      quantity: item.quantity.toNumber(),
      sent: MathBN.max(item.detail.shipped_quantity, item.detail.delivered_quantity).toNumber(),
      // Lines that staff typed into an order say "not sent", whatever they are.
      needs_shipping: !order.cart || item.requires_shipping !== false,
    })),
    shipping: order.shipping_methods.reduce((sum, { total }) => sum + minor(total), 0),
    total: minor(order.total),
  })
  const payments = order.payment_collections
    .flatMap(({ payments: rows }) => rows)
    .map((row) => ({
      ...row,
      payment_id: row.id,
      amount: minor(row.amount),
      captured: row.captures.reduce((sum, capture) => sum + minor(capture.amount), 0),
    }))
  const open = payments.filter(
    ({ provider_id: provider, canceled_at: canceledAt, data: stored }) =>
      provider.startsWith("pp_nets_") && !canceledAt && captureMode(stored) === "shipment"
  )
  const captured = payments.reduce((sum, payment) => sum + payment.captured, 0)
  return { currency: order.currency_code, due: capturesDue(open, { wanted, captured }) }
}

const captureDue = (container: MedusaContainer, orderId: string): Promise<void> =>
  whileLocked(postgres(container), `dk_nets_capture:${orderId}`, async () => {
    const { currency, due } = await findDue(container, orderId)
    for (const { payment_id: paymentId, amount: part } of due) {
      await container.resolve(Modules.WORKFLOW_ENGINE).run(coreFlows.capturePaymentWorkflowId, {
        input: { payment_id: paymentId, amount: toMajorUnits(part, currency) },
      })
    }
  })

/**
 * Charges what of an order has left the shop and is not charged yet, from facts: it may be called at any time and any
 * number of times. A failure is logged without personal data, and the job tries again.
 */
export const captureShipped = async (
  container: MedusaContainer,
  orderId: string | null
): Promise<void> => {
  if (orderId === null) return
  try {
    await captureDue(container, orderId)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`nets: order ${orderId} was sent and not charged (${errorName(error)})`)
  }
}

/** Nets holds a reservation for about a week: afterwards a try is of no use. */
const CANDIDATES = `
  SELECT DISTINCT l.order_id AS id FROM order_payment_collection l
    JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
    JOIN order_fulfillment x ON x.order_id = l.order_id AND x.deleted_at IS NULL
    JOIN fulfillment f ON f.id = x.fulfillment_id AND f.deleted_at IS NULL AND f.canceled_at IS NULL
   WHERE l.order_id > ? AND l.deleted_at IS NULL AND p.provider_id LIKE 'pp\\_nets\\_%'
     AND p.captured_at IS NULL AND p.canceled_at IS NULL
     AND COALESCE(f.shipped_at, f.delivered_at) > now() - interval '10 days'
   ORDER BY id LIMIT 200`

/** Charges what events missed: walks orders with parcels of the last days and money that is only reserved. */
export const captureShippedMissed = async (container: MedusaContainer): Promise<void> => {
  let after = ""
  for (;;) {
    const orders = await selectRows<{ id: string }>(postgres(container), CANDIDATES, [after])
    for (const { id } of orders) await captureShipped(container, id)
    const last = orders.at(-1)
    if (!last) return
    after = last.id
  }
}
