import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { conflict, notFound } from "../../shared/errors"
import { decimalOf } from "../../shared/medusa-rows"
import { orderLock, postgres } from "../../shared/postgres"
import { whileLocked } from "../../shared/session-locks"
import { refuseWhilePaid } from "./refuse-while-paid"
import { lazy } from "../../shared/lazy"
import { coreFlows } from "../../shared/core-flows"

export type PaymentLink = {
  /** The page at Nets. Whoever has it can pay, and see what is bought. */
  url: string
  /** Major units. */
  amount: number
  currency_code: string
  /** UTC. */
  expires_at: string
}

const sessionRow = lazy(() =>
  z.object({
    provider_id: z.string(),
    status: z.string(),
    amount: decimalOf(),
    data: z.object({ hosted_url: z.string(), expires_at: z.string() }).nullable().catch(null),
  })
)

const orderRow = lazy(() =>
  z.object({
    status: z.string(),
    is_draft_order: z.boolean().nullish(),
    currency_code: z.string(),
    locale: z.string().nullish(),
    summary: z.object({ pending_difference: decimalOf(), current_order_total: decimalOf() }),
    payment_collections: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        amount: decimalOf(),
        captured_amount: decimalOf(),
        refunded_amount: decimalOf(),
        payment_sessions: z.array(sessionRow()).nullish(),
      })
    ),
  })
)

type OrderRow = z.infer<ReturnType<typeof orderRow>>

const readOrder = async (container: MedusaContainer, id: string): Promise<OrderRow> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "status",
      "is_draft_order",
      "currency_code",
      "locale",
      "summary.*",
      "payment_collections.*",
      "payment_collections.payment_sessions.*",
    ],
    filters: { id },
  })
  if (!data[0]) throw notFound("The order was not found.")
  return orderRow().parse(data[0])
}

/** What is owed, in major units. Throws a conflict where nothing can be asked for. */
const owedOn = (order: OrderRow): number => {
  const paid = order.payment_collections.map(
    ({ captured_amount: captured, refunded_amount: refunded }) => captured.minus(refunded)
  )
  // A charge that Nets made at once is booked on the order a moment later.
  const left = MathBN.sub(order.summary.current_order_total, MathBN.sum(...paid))
  const owed = MathBN.min(order.summary.pending_difference, left).toNumber()
  if (order.status === "canceled" || owed <= 0) {
    throw conflict("nothing_owed", "Nothing is owed on this order.")
  }
  const isReserved = ({ status }: { status: string }) => /authorized$/.test(status)
  if (order.payment_collections.some(isReserved)) {
    throw conflict("payment_reserved", "Money is reserved for this order already.")
  }
  return owed
}

const OPEN = /^(not_paid|awaiting)$/

/** A link that was made before, asks for the same and can be paid for another hour at least. */
const findLink = (order: OrderRow, owed: number, providerId: string): PaymentLink | undefined => {
  const soon = Date.now() + 3_600_000
  const sessions = order.payment_collections
    .filter(({ status }) => OPEN.test(status))
    .flatMap((collection) => collection.payment_sessions ?? [])
  for (const session of sessions) {
    const isOpen = session.status === "pending" || session.status === "requires_more"
    if (!isOpen || session.provider_id !== providerId || !session.amount.eq(owed)) continue
    if (session.data && Date.parse(session.data.expires_at) > soon) {
      const { hosted_url: url, expires_at: expiresAt } = session.data
      return { url, amount: owed, currency_code: order.currency_code, expires_at: expiresAt }
    }
  }
  return undefined
}

const requireProvider = async (container: MedusaContainer, id: string): Promise<void> => {
  const found = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: [id], is_enabled: true })
  if (found.length === 0) throw notFound("provider_id: the store has no such payment provider.")
}

/** The order's collection that asks for exactly what is owed; Medusa makes or changes it. */
const collectionFor = async (container: MedusaContainer, orderId: string, owed: number) => {
  await coreFlows.createOrUpdateOrderPaymentCollectionWorkflow(container).run({
    input: { order_id: orderId, amount: owed },
  })
  const { payment_collections: collections } = await readOrder(container, orderId)
  const collection = collections.find(
    ({ status, amount: asked }) => OPEN.test(status) && asked.eq(owed)
  )
  if (!collection) throw conflict("nothing_owed", "Nothing is owed on this order.")
  return collection.id
}

const opened = lazy(() =>
  z.object({ data: z.object({ hosted_url: z.string(), expires_at: z.string() }) })
)

/**
 * A page at Nets where what is owed on an order is paid: phone orders, and what an edit added. Asked for again it is
 * the same page while that holds. Once paid, the webhook or the sweep books it like any payment.
 *
 * @throws MedusaError not_found; conflict `nothing_owed`, `payment_reserved`, `payment_in_progress`
 */
export const createNetsPaymentLink = (
  container: MedusaContainer,
  { order_id: orderId, provider_id: providerId, days }: LinkInput
): Promise<PaymentLink> =>
  whileLocked(postgres(container), orderLock(orderId), async () => {
    const order = await readOrder(container, orderId)
    const owed = owedOn(order)
    await requireProvider(container, providerId)
    const existing = findLink(order, owed, providerId)
    if (existing) return existing
    const collectionId = await collectionFor(container, orderId, owed)
    await refuseWhilePaid(container, collectionId)
    const expiresAt = new Date(Date.now() + days * 24 * 3_600_000).toISOString()
    const { result } = await coreFlows.createPaymentSessionsWorkflow(container).run({
      input: {
        payment_collection_id: collectionId,
        provider_id: providerId,
        data: { expires_at: expiresAt, ...(order.locale && { language: order.locale }) },
      },
    })
    const { hosted_url: url, expires_at: until } = opened().parse(result).data
    return { url, amount: owed, currency_code: order.currency_code, expires_at: until }
  })

type LinkInput = {
  order_id: string
  /** `pp_nets_…` */
  provider_id: string
  /** How long the page can be paid, 1 to 44. */
  days: number
}
