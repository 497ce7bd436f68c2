import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { exchangeRateOn } from "../../../modules/invoice/exchange-rates"
import type { OrderFacts } from "../../../modules/invoice/domain/order-facts"
import { readOnAccountFacts } from "../../../modules/invoice/on-account/facts"
import { copenhagenDay } from "../../../rules"
import { notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import { findBuyerOfOrder } from "../../buyer"
import { moneyOfOrder } from "../../nets"
import { giftCardKinds } from "../gift-cards"
import { ORDER_FIELDS, orderRow } from "./order-row"
import type { OrderRow } from "./order-row"
import { toOrderFacts } from "./to-order-facts"
import type { OrderBuyer } from "./to-order-facts"

/** Medusa removes the row of a refund that was refused at once; one that failed later is only marked. */
const UNDONE_REFUNDS = `SELECT r.id, r.amount::text FROM refund r
  JOIN payment p ON p.id = r.payment_id
  JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
  WHERE l.order_id = ? AND r.deleted_at IS NOT NULL ORDER BY r.created_at, r.id`

/** Goods that a claim sends anew are ordered lines too, and nobody pays them. */
const CLAIMS = `SELECT 1 FROM order_claim WHERE order_id = ? AND type = 'replace' AND canceled_at IS NULL
  AND deleted_at IS NULL LIMIT 1`

const giftCardsOf = ({ items }: OrderRow): string[] =>
  items.flatMap(({ is_giftcard: isGiftCard, product_id: id }) =>
    isGiftCard === true && id !== null ? [id] : []
  )

const exchangeOf = async (
  container: MedusaContainer,
  currency: string
): Promise<OrderFacts["exchange"]> => {
  if (currency === "DKK") return null
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const today = copenhagenDay(new Date())
  return exchangeRateOn(postgres(container), settings.controller.id, currency, today)
}

/**
 * Reads what decides about an order's invoices. Throws not_found for an unknown order.
 *
 * @param given who buys, when that is about to change
 */
export const gatherFacts = async (
  container: MedusaContainer,
  orderId: string,
  given?: OrderBuyer
): Promise<OrderFacts> => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: orderId },
  })
  const [order] = data as unknown[]
  if (!order) throw notFound("The order was not found.")
  const buyer = given ?? (await findBuyerOfOrder(container, orderId))
  const connection = postgres(container)
  const claims = await selectRows(connection, CLAIMS, [orderId])
  const row = orderRow().parse(order)
  const facts = toOrderFacts(row, buyer, {
    exchange: await exchangeOf(container, row.currency_code.toUpperCase()),
    giftCards: await giftCardKinds(connection, giftCardsOf(row)),
    money: await moneyOfOrder(container, orderId),
    has_claim: claims.length > 0,
    onAccount: await readOnAccountFacts(connection, orderId),
  })
  const undone = await selectRows<{ id: string; amount: string }>(connection, UNDONE_REFUNDS, [
    orderId,
  ])
  return undone.length === 0 ? facts : { ...facts, undone_refunds: undone }
}

export const dkGatherInvoiceFactsStep = createStep(
  "dk-gather-invoice-facts",
  async ({ order_id }: { order_id: string }, { container }: { container: MedusaContainer }) => {
    const seen = await findBuyerOfOrder(container, order_id)
    return new StepResponse({ facts: await gatherFacts(container, order_id), seen })
  }
)
