import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERIES, settleDelivery } from "../../../modules/invoice/delivery/deliveries"
import type { ClaimedDelivery } from "../../../modules/invoice/delivery/deliveries"
import type { Attempt } from "../../../modules/invoice/domain/delivery/delivery"
import { errorName } from "../../../shared/errors"
import { claimGroup, dueGroups } from "../../../shared/outbox"
import { hidingValues, postgres, selectRows } from "../../../shared/postgres"
import { isOrderClosed } from "../../personal-data"
import { findInvoice } from "../read-invoices"
import { forgetMail } from "./mail"
import { mailBuyer } from "./mail-buyer"
import { sendEInvoice } from "./send-einvoice"

const BATCH = 100

const log = (
  container: MedusaContainer,
  { id }: Pick<ClaimedDelivery, "id">,
  code: string
): void => {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`dk-invoice: delivery ${id} was not made (${code})`)
}

const attempt = async (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  typed: string | undefined
): Promise<Attempt | null> => {
  const { document } = await findInvoice(container, delivery.invoice_id)
  if (!document) return { result: "failed", code: "document_released" }
  return delivery.channel === "einvoice"
    ? sendEInvoice(container, delivery, document)
    : mailBuyer(container, delivery, { document, typed })
}

/** An address that was typed goes with the outcome; so does any that an erasure came upon while it was mailed to. */
const settle = async (
  container: MedusaContainer,
  { id, channel, recipient, order_id: orderId }: ClaimedDelivery,
  outcome: Attempt
): Promise<void> => {
  const isForgotten =
    recipient === "typed" || (channel === "email" && (await isOrderClosed(container, orderId)))
  await hidingValues(
    postgres(container).transaction(async (transaction) => {
      await settleDelivery(transaction, id, outcome)
      if (isForgotten) await forgetMail(transaction, id)
    })
  )
}

/**
 * Makes one try of a claimed delivery and records what came of it. An error leaves it as it stands in the table: claimed
 * again after the lease, it goes on from there.
 */
export const carryOut = async (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  typed?: string
): Promise<void> => {
  try {
    const outcome = await attempt(container, delivery, typed)
    if (outcome === null) return
    await settle(container, delivery, outcome)
    if (outcome.result !== "delivered" && outcome.result !== "by_hand") {
      log(container, delivery, outcome.code)
    }
  } catch (error) {
    log(container, delivery, errorName(error))
  }
}

/** Makes one try of a delivery that is due, unless another server is at it. Never throws for a delivery. */
export const workOffDelivery = async (container: MedusaContainer, id: string): Promise<void> => {
  const [delivery] = await claimGroup<ClaimedDelivery>(postgres(container), DELIVERIES, id)
  if (delivery) await carryOut(container, delivery)
}

/** Makes one try of what waits for a document; for the subscriber. */
export const workOffDeliveriesOf = async (
  container: MedusaContainer,
  invoiceId: string
): Promise<void> => {
  const waiting = await selectRows<{ id: string }>(
    postgres(container),
    "SELECT id FROM dk_invoice_delivery WHERE invoice_id = ? AND done_at IS NULL",
    [invoiceId]
  )
  for (const { id } of waiting) await workOffDelivery(container, id)
}

/** Makes one try of everything that is due; for the job. */
export const workOffDueDeliveries = async (container: MedusaContainer): Promise<void> => {
  const ids = await dueGroups(postgres(container), DELIVERIES, BATCH)
  for (const id of ids) await workOffDelivery(container, id)
}
