import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  PaymentEvents,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { decimalOf, listOf } from "./medusa-rows"
import { postgres, selectRows } from "./postgres"
import type { Knex } from "./postgres"
import { ifUnlocked } from "./session-locks"
import { lazy } from "./lazy"

type Difference = {
  reference: "capture" | "refund"
  id: string
  currency_code: string
  /** What the order's transaction must be, in major units with its sign; zero for a row that is gone. */
  expected: string
  transaction_ids: string[]
}

/**
 * Rows this young may be without a transaction: Medusa adds it right after. That of the refund of a cancelled order names the
 * payment and not the refund.
 */
const SQL = `SELECT m.reference, m.id, m.currency_code, m.expected::text, m.transaction_ids FROM (
    SELECT r.reference, r.id, r.currency_code, r.expected, r.created_at,
      COALESCE((SELECT sum(t.amount) FROM order_transaction t
        WHERE t.order_id = :order AND t.reference = r.reference AND t.reference_id = r.id AND t.deleted_at IS NULL),
        (SELECT t.amount FROM order_transaction t
        WHERE t.order_id = :order AND r.reference = 'refund' AND t.reference = 'refund' AND t.deleted_at IS NULL AND t.reference_id = :payment AND t.amount = r.expected LIMIT 1), 0) AS booked,
      ARRAY(SELECT t.id FROM order_transaction t
        WHERE t.order_id = :order AND t.reference = r.reference AND t.reference_id = r.id AND t.deleted_at IS NULL) AS transaction_ids
    FROM (
      SELECT 'capture' AS reference, k.id, p.currency_code, k.created_at,
        CASE WHEN k.deleted_at IS NULL THEN k.amount ELSE 0 END AS expected
      FROM capture k JOIN payment p ON p.id = k.payment_id WHERE p.id = :payment
      UNION ALL
      SELECT 'refund', f.id, p.currency_code, f.created_at,
        CASE WHEN f.deleted_at IS NULL THEN -f.amount ELSE 0 END
      FROM refund f JOIN payment p ON p.id = f.payment_id WHERE p.id = :payment
    ) r
  ) m
  WHERE m.expected <> m.booked
    AND (m.transaction_ids <> '{}' OR m.created_at < now() - interval '2 minutes')`

const orderRow = lazy(() =>
  z.object({
    status: z.string(),
    summary: z.object({ pending_difference: decimalOf() }),
    credit_lines: listOf(z.object({ reference_id: z.string().nullish() })),
  })
)

/** Medusa's own, under its name because the platform's package does not export it. */
const CREDIT_LINES = "create-order-refund-credit-lines"

/**
 * What is given back beyond what the shop owed is taken off the order, as Medusa's refund does after its transaction;
 * else the order would say that the customer owes it.
 */
const creditRefund = async (
  container: MedusaContainer,
  orderId: string,
  refund: { id: string; amount: number }
): Promise<void> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "status", "summary.*", "credit_lines.reference_id"],
    filters: { id: orderId },
  })
  const order = orderRow().parse(data[0])
  const isCredited = order.credit_lines.some(({ reference_id: id }) => id === refund.id)
  const owed = Math.max(0, -order.summary.pending_difference.toNumber())
  const amount = MathBN.sub(refund.amount, owed).toNumber()
  if (order.status === "canceled" || isCredited || amount <= 0) return
  await container.resolve(Modules.WORKFLOW_ENGINE).run(CREDIT_LINES, {
    input: { order_id: orderId, amount, reference: "refund", referenceId: refund.id },
  })
}

const EVENTS = { capture: PaymentEvents.CAPTURED, refund: PaymentEvents.REFUNDED }

const correct = async (
  container: MedusaContainer,
  { orderId, paymentId }: { orderId: string; paymentId: string },
  { reference, id, currency_code: currency, expected, transaction_ids: wrong }: Difference
): Promise<void> => {
  const orders = container.resolve(Modules.ORDER)
  if (wrong.length > 0) {
    // Medusa corrects the totals of the version a transaction belongs to; only those of now are read.
    const toNow = `UPDATE order_transaction SET version = (SELECT version FROM "order" WHERE id = ?) WHERE id = ANY(?)`
    await postgres(container).raw(toNow, [orderId, wrong])
    await orders.softDeleteOrderTransactions(wrong)
  }
  const amount = Number(expected)
  if (amount === 0) return
  if (reference === "refund") await creditRefund(container, orderId, { id, amount: -amount })
  const data = { order_id: orderId, amount, currency_code: currency, reference, reference_id: id }
  await orders.addOrderTransactions(data)
  const event = { name: EVENTS[reference], data: { id: paymentId } }
  await container.resolve(Modules.EVENT_BUS).emit(event)
}

const differencesOf = (
  connection: Knex,
  orderId: string,
  paymentId: string
): Promise<Difference[]> =>
  selectRows<Difference>(connection, SQL, { order: orderId, payment: paymentId })

/**
 * Makes an order's transactions say what the captures and refunds of its payment say: those of refunds that were
 * undone go, and those a killed process did not write are added. Decides from the rows, so it may run again;
 * while another server is at it, it is left to that one.
 */
export const alignOrderTransactions = async (
  container: MedusaContainer,
  orderId: string,
  paymentId: string
): Promise<void> => {
  const connection = postgres(container)
  // Hardly ever is there anything to do, and a lock holds a connection.
  if ((await differencesOf(connection, orderId, paymentId)).length === 0) return
  await ifUnlocked(connection, `dk_order_transactions:${orderId}`, async () => {
    for (const difference of await differencesOf(connection, orderId, paymentId)) {
      await correct(container, { orderId, paymentId }, difference)
    }
  })
}
