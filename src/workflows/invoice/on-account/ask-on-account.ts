import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isOnAccount } from "../../../modules/invoice/on-account/provider"
import { conflict } from "../../../shared/errors"
import { decimalOf } from "../../../shared/medusa-rows"
import { lazy } from "../../../shared/lazy"
import { coreFlows } from "../../../shared/core-flows"

const orderRow = lazy(() =>
  z.object({
    payment_collections: z.array(
      z.object({ id: z.string(), status: z.string(), amount: decimalOf() })
    ),
  })
)

const OPEN = /^(not_paid|awaiting)$/

/** The order's collection for what is left to pay; Medusa makes or changes it. */
const collectionFor = async (
  container: MedusaContainer,
  orderId: string,
  amount: number
): Promise<string> => {
  await coreFlows.createOrUpdateOrderPaymentCollectionWorkflow(container).run({
    input: { order_id: orderId, amount },
  })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["payment_collections.*"],
    filters: { id: orderId },
  })
  const { payment_collections: collections } = orderRow().parse(data[0])
  const found = collections.find(
    ({ status, amount: asked }) => OPEN.test(status) && asked.gte(amount)
  )
  if (!found) throw conflict("payment_reserved", "Money is reserved for the order in another way.")
  return found.id
}

/**
 * Makes a payment on invoice for what no payment of an order covers: a phone order that was sent against an invoice,
 * or goods that were added later.
 *
 * @param amount at least this much, in major units, as Medusa counts
 * @throws MedusaError conflict `payment_reserved`
 */
export const askOnAccount = async (
  container: MedusaContainer,
  orderId: string,
  amount: number
): Promise<void> => {
  const payments = container.resolve(Modules.PAYMENT)
  const enabled = await payments.listPaymentProviders({ is_enabled: true })
  const provider = enabled.find(({ id }) => isOnAccount(id))
  if (!provider) throw conflict("not_on_account", "The store has no payment on invoice.")
  const collectionId = await collectionFor(container, orderId, amount)
  const { result: session } = await coreFlows.createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collectionId, provider_id: provider.id },
  })
  await payments.authorizePaymentSession(session.id, {})
}
