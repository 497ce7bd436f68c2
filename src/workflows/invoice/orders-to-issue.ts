import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { tellUntoldRequests } from "./tell-requests"
import { dkIssueInvoicesWorkflow } from "./workflows/issue-invoices"
import { lazy } from "../../shared/lazy"

const ofPayment = lazy(() =>
  z.object({
    payment_collection: z.object({ order: z.object({ id: z.string() }).nullish() }).nullish(),
  })
)
const ofFulfillment = lazy(() => z.object({ order: z.object({ id: z.string() }).nullish() }))

/** The order a payment belongs to; null before the cart became one. */
export const findOrderOfPayment = async (
  container: MedusaContainer,
  paymentId: string
): Promise<string | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment",
    fields: ["payment_collection.order.id"],
    filters: { id: paymentId },
  })
  const parsed = ofPayment().safeParse(data[0])
  return parsed.data?.payment_collection?.order?.id ?? null
}

/** The order a fulfilment belongs to. */
export const findOrderOfFulfillment = async (
  container: MedusaContainer,
  fulfillmentId: string
): Promise<string | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "fulfillment",
    fields: ["order.id"],
    filters: { id: fulfillmentId },
  })
  return ofFulfillment().safeParse(data[0]).data?.order?.id ?? null
}

/**
 * Issues what an order's facts call for; for subscribers and jobs. A failure is logged with the order's id
 * only, and the repair job tries again.
 */
export const issueInvoicesOf = async (
  container: MedusaContainer,
  orderId: string | null
): Promise<void> => {
  if (orderId === null) return
  try {
    await dkIssueInvoicesWorkflow(container).run({ input: { order_id: orderId } })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`Invoices of order ${orderId} were not issued: ${errorName(error)}`)
  }
}

/** What was sealed here or asked for elsewhere. */
const SETTLED = `(SELECT order_id, cause, created_at FROM dk_invoice_cause
  UNION ALL SELECT order_id, cause, created_at FROM dk_invoice_request)`

/**
 * Orders that may lack a document: placed since the plugin invoices, with money captured, goods shipped or
 * nothing to pay and no sale issued or asked for, with a refund that has no credit note, or changed of late. The facts decide afterwards.
 */
export const CANDIDATES = `
  SELECT o.id FROM "order" o
  WHERE o.id > ? AND o.deleted_at IS NULL AND NOT o.is_draft_order
    AND o.created_at >= (SELECT min(starts_at) FROM dk_invoice_series)
    AND (
      NOT EXISTS (SELECT 1 FROM ${SETTLED} c WHERE c.order_id = o.id AND c.cause = 'sale')
      AND (
        EXISTS (
          SELECT 1 FROM order_payment_collection l
          JOIN payment p ON p.payment_collection_id = l.payment_collection_id
          JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL
          WHERE l.order_id = o.id AND l.deleted_at IS NULL)
        OR EXISTS (
          SELECT 1 FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
          WHERE l.order_id = o.id AND l.deleted_at IS NULL AND f.canceled_at IS NULL
            AND (f.shipped_at IS NOT NULL OR f.delivered_at IS NOT NULL))
        OR EXISTS (
          SELECT 1 FROM order_summary s WHERE o.status <> 'canceled' AND s.order_id = o.id AND s.version = o.version
            AND s.deleted_at IS NULL AND (s.totals ->> 'current_order_total')::numeric <= 0))
      OR EXISTS (
        SELECT 1 FROM order_payment_collection l
        JOIN payment p ON p.payment_collection_id = l.payment_collection_id
        JOIN refund r ON r.payment_id = p.id AND r.deleted_at IS NULL
        WHERE l.order_id = o.id AND l.deleted_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM ${SETTLED} c WHERE c.order_id = o.id AND c.cause = 'refund:' || r.id))
      OR EXISTS (
        SELECT 1 FROM order_change g WHERE g.order_id = o.id AND g.status = 'confirmed' AND g.deleted_at IS NULL
          AND g.change_type IN ('edit', 'exchange', 'return_receive') AND g.confirmed_at > now() - interval '90 days'
          AND (g.confirmed_at > now() - interval '30 days'
            OR g.confirmed_at > (SELECT max(c.created_at) FROM ${SETTLED} c WHERE c.order_id = o.id)))
      OR (o.status = 'canceled' AND o.canceled_at > now() - interval '30 days'
        AND EXISTS (SELECT 1 FROM ${SETTLED} c WHERE c.order_id = o.id AND c.cause = 'sale'))
    )
  ORDER BY o.id LIMIT 200`

/**
 * Issues what events missed, or asks for it: walks the candidates once, by key, so that a stuck order holds up nobody. Then it
 * tells of requests whose event a killed process did not emit.
 */
export const issueMissingInvoices = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  let after = ""
  for (;;) {
    const orders = await selectRows<{ id: string }>(connection, CANDIDATES, [after])
    for (const { id } of orders) await issueInvoicesOf(container, id)
    const last = orders.at(-1)
    if (!last) break
    after = last.id
  }
  await tellUntoldRequests(container)
}
