import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { RECEIVED } from "../../../modules/invoice/on-account/captures"
import { readClaim } from "../../../modules/invoice/on-account/claims"
import type { Claim } from "../../../modules/invoice/on-account/claims"
import { digestPayment } from "../../../modules/invoice/on-account/payment-digest"
import type { PaymentDigest } from "../../../modules/invoice/on-account/payment-digest"
import {
  dropPayment,
  findBooked,
  notePayment,
  partDigest,
  readOpenPayments,
  readPaymentsReceived,
} from "../../../modules/invoice/on-account/payments-received"
import type { PaymentReceived } from "../../../modules/invoice/on-account/payments-received"
import { conflict } from "../../../shared/errors"
import { toMajorUnits, toMinorUnits } from "../../../shared/money"
import { orderLock, postgres } from "../../../shared/postgres"
import { whileLocked } from "../../../shared/session-locks"
import { requireOrder } from "../../buyer"
import { askOnAccount } from "./ask-on-account"
import { coreFlows } from "../../../shared/core-flows"

/** What an order bought on invoice owes, and what came in; `on_account` is null for other orders. */
export type OrderOnAccount = { on_account: Claim | null; payments_received: PaymentReceived[] }

/** Reads it. Throws not_found. */
export const findOrderOnAccount = async (
  container: MedusaContainer,
  orderId: string
): Promise<OrderOnAccount> => {
  const connection = postgres(container)
  await requireOrder(container, orderId)
  return {
    on_account: await readClaim(connection, orderId),
    payments_received: await readPaymentsReceived(connection, orderId),
  }
}

export type RegisterPayment = {
  order_id: string
  /** In whole minor units. */
  amount: number
  /** Day in Denmark, `YYYY-MM-DD`. */
  received_on: string
  reference: string | null
  source: "staff" | "bank_file"
  registered_by: string
  /** What tells the payment apart: the same is registered once. Only a digest of it is stored. */
  once: string | null
}

/** What tells a form that was sent apart by its key, so that pressing twice registers once. */
export const onceByKey = (orderId: string, key: string | undefined): string | null =>
  key === undefined ? null : `key\n${orderId}\n${key}`

/** The digest of what tells a payment apart, by the store's secrets. */
export const digestOf = (container: MedusaContainer, once: string): PaymentDigest =>
  digestPayment(container.resolve<InvoiceModuleService>(INVOICE_MODULE).settings.secrets, once)

/** Splits the money over the payments that wait for it. */
const shareOut = (
  amount: number,
  payments: readonly { id: string; left: number }[]
): { id: string; amount: number }[] => {
  let rest = amount
  return payments.flatMap(({ id, left }) => {
    const part = Math.min(rest, left)
    rest -= part
    return part > 0 ? [{ id, amount: part }] : []
  })
}

const openPayments = async (container: MedusaContainer, { order_id, currency_code }: Claim) => {
  const open = await readOpenPayments(postgres(container), order_id)
  return open.map(({ id, left }) => ({ id, left: toMinorUnits(left, currency_code) }))
}

type Part = { id: string; amount: number; digest: string | null }

/** What of the payment is to be booked, and of which part of it the digest begins. */
type Rest = { input: RegisterPayment; digest: PaymentDigest | null; parts: number }

const bookPart = async (
  container: MedusaContainer,
  currency: string,
  { part, input }: { part: Part; input: RegisterPayment }
): Promise<void> => {
  const connection = postgres(container)
  const { order_id, received_on, reference, source, registered_by } = input
  const id = await notePayment(connection, {
    ...{ order_id, received_on, reference, source, registered_by },
    payment_id: part.id,
    amount: part.amount,
    currency_code: currency,
    digest: part.digest,
  })
  if (id === null) return
  try {
    await coreFlows.capturePaymentWorkflow(container).run({
      input: {
        payment_id: part.id,
        amount: toMajorUnits(part.amount, currency),
        captured_by: `${RECEIVED}${id}`,
      },
    })
  } catch (error) {
    await dropPayment(connection, id)
    throw error
  }
}

/** Books the money on the payments that wait for it; for what none of them covers, one is made. */
const book = async (
  container: MedusaContainer,
  claim: Claim,
  { input, digest: whole, parts: bookedParts }: Rest
) => {
  const { currency_code: currency } = claim
  let index = bookedParts
  const bookOn = async (amount: number): Promise<number> => {
    const parts = shareOut(amount, await openPayments(container, claim))
    for (const part of parts) {
      const digest = partDigest(whole?.written ?? null, index)
      await bookPart(container, currency, { part: { ...part, digest }, input })
      index += 1
    }
    return parts.reduce((rest, part) => rest - part.amount, amount)
  }
  const rest = await bookOn(input.amount)
  if (rest === 0) return
  // Medusa asks for what is left once it has booked what came in.
  await askOnAccount(container, claim.order_id, toMajorUnits(rest, currency))
  await bookOn(rest)
}

/**
 * Registers money that came in on an order bought on invoice, in part or in full: Medusa's capture with its day and
 * reference. The same payment again, by what tells it apart, changes nothing.
 *
 * @throws MedusaError not_found; conflict `not_on_account`, `more_than_owed`, `payment_reserved`
 */
export const registerPayment = async (
  container: MedusaContainer,
  input: RegisterPayment
): Promise<void> => {
  const connection = postgres(container)
  await requireOrder(container, input.order_id)
  await whileLocked(connection, orderLock(input.order_id), async () => {
    const digest = input.once === null ? null : digestOf(container, input.once)
    const booked = digest && (await findBooked(connection, [digest])).get(digest.written)
    // A server that died half-way, or an order that could not be asked for the rest, has booked a part.
    const rest = input.amount - (booked?.amount ?? 0)
    if (rest <= 0) return
    const claim = await readClaim(connection, input.order_id)
    if (!claim) throw conflict("not_on_account", "The order was not bought on invoice.")
    if (rest > claim.owed) {
      throw conflict("more_than_owed", "It is more than what is owed on the order.")
    }
    const parts = booked?.parts ?? 0
    await book(container, claim, { input: { ...input, amount: rest }, digest, parts })
  })
}
