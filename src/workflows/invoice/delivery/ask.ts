import type { MedusaContainer } from "@medusajs/framework/types"
import { checkEInvoice, INVOICE_MODULE } from "../../../modules/invoice"
import type { EInvoiceFormat, InvoiceModuleService, IssuedInvoice } from "../../../modules/invoice"
import {
  addDelivery,
  readDeliveries,
  settleByStaff,
  withdrawOtherFormat,
} from "../../../modules/invoice/delivery/deliveries"
import type { ClaimedDelivery, DeliveryRow } from "../../../modules/invoice/delivery/deliveries"
import { readPayload } from "../../../modules/invoice/delivery/payloads"
import type { Payload } from "../../../modules/invoice/delivery/payloads"
import { OPEN_STATES } from "../../../modules/invoice/domain/delivery/delivery"
import type { DeliveryChannel, Recipient } from "../../../modules/invoice/domain/delivery/delivery"
import { conflict, notFound } from "../../../shared/errors"
import { hasNotificationProvider } from "../../../shared/notification-provider"
import { postgres } from "../../../shared/postgres"
import { findInvoice } from "../read-invoices"
import { addressOfOrder } from "./mail-buyer"
import { transportFor } from "./send-einvoice"
import { carryOut, workOffDelivery } from "./work-off"

/** Why something cannot be sent; null when it can. */
export type Obstacle =
  | "document_released"
  | "private_buyer"
  | "test_document"
  | "delivery_open"
  | "already_delivered"
  | "email_unavailable"
  | "nobody_to_mail"

/** The ways a document can go now, each with what stands against it. */
export type DeliveryWays = {
  einvoice: Obstacle | null
  /** To the order's own address. */
  email: Obstacle | null
  /** To an address that staff types. */
  typed: Obstacle | null
  /** Kind of the transport that takes its e-invoices; null when none does. */
  transport: string | null
}

const MESSAGES: Readonly<Record<Obstacle, string>> = {
  document_released: "The document has been released.",
  private_buyer: "A private buyer has no receiver of e-invoices.",
  test_document: "A document of the test series is not delivered.",
  delivery_open: "It is being sent already, or waits for somebody to say what became of it.",
  already_delivered: "The e-invoice has been delivered.",
  email_unavailable: "Medusa has no provider that sends e-mail.",
  nobody_to_mail: "The order's buyer cannot be mailed.",
}

const ofEInvoice = (
  { document }: IssuedInvoice,
  deliveries: readonly DeliveryRow[],
  transport: string | null
): Obstacle | null => {
  const states = deliveries
    .filter(({ channel }) => channel === "einvoice")
    .map(({ state }) => state)
  if (document?.buyer.type === "private") return "private_buyer"
  if (transport === null) return "test_document"
  if (states.includes("delivered")) return "already_delivered"
  return states.some((state) => OPEN_STATES.includes(state)) ? "delivery_open" : null
}

const ofEmail = async (
  container: MedusaContainer,
  { series, order_id: orderId }: IssuedInvoice
): Promise<Obstacle | null> => {
  if (series === "test") return "test_document"
  return (await addressOfOrder(container, orderId ?? "")) ? null : "nobody_to_mail"
}

/** What can be done with a document, and what was. Throws not_found. */
export const findDeliveries = async (
  container: MedusaContainer,
  invoiceId: string
): Promise<{ invoice: IssuedInvoice; deliveries: DeliveryRow[]; ways: DeliveryWays }> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const invoice = await findInvoice(container, invoiceId)
  const deliveries = await readDeliveries(connection, [invoiceId])
  const transport = transportFor(settings, invoice.series)?.kind ?? null
  if (invoice.document === null) {
    const gone = "document_released"
    return { invoice, deliveries, ways: { einvoice: gone, email: gone, typed: gone, transport } }
  }
  const noMail = (await hasNotificationProvider(connection, "email")) ? null : "email_unavailable"
  return {
    invoice,
    deliveries,
    ways: {
      einvoice: ofEInvoice(invoice, deliveries, transport),
      email: noMail ?? (await ofEmail(container, invoice)),
      typed: noMail,
      transport,
    },
  }
}

export type AskedDelivery = {
  invoiceId: string
  channel: DeliveryChannel
  format?: EInvoiceFormat | undefined
  /** Typed once, used once, stored nowhere. */
  email?: string | undefined
  askedBy: string
}

const recipientOf = ({ channel, email }: AskedDelivery): Recipient => {
  if (channel === "einvoice") return "receiver"
  return email === undefined ? "order" : "typed"
}

const find = async (container: MedusaContainer, invoiceId: string, id: string) => {
  const deliveries = await readDeliveries(postgres(container), [invoiceId])
  const delivery = deliveries.find((it) => it.id === id)
  if (!delivery) throw notFound("The delivery was not found.")
  return delivery
}

/** A link opens for the buyer alone, so a typed address gets the document itself. */
const wayOf = (settings: InvoiceModuleService["settings"], recipient: Recipient): string =>
  recipient === "typed" || settings.send === "pdf" ? "pdf" : "link"

/** An e-invoice waits to be sent by hand, and staff would rather have it in the other format. */
const isOtherFormat = (
  { channel, format }: AskedDelivery,
  deliveries: readonly DeliveryRow[]
): boolean =>
  channel === "einvoice" &&
  format !== undefined &&
  deliveries.some(
    (it) => it.channel === "einvoice" && it.state === "not_sent" && it.format !== format
  )

/** What waits is kept until the other format is sure to be made. */
const judgeFormat = (
  { document }: IssuedInvoice,
  { format }: AskedDelivery
): EInvoiceFormat | null => {
  if (!document || format === undefined) return null
  if (checkEInvoice(document, format).length > 0) {
    throw conflict("einvoice_incomplete", "The receiver would refuse it in this format.")
  }
  return format
}

/**
 * Sends a document because staff asks: tried at once, and as what waits does where that fails. An e-invoice that waits to be
 * sent by hand is made anew when another format is asked for.
 *
 * @throws MedusaError not_found, or a conflict whose code says why it cannot be sent
 */
export const askForDelivery = async (
  container: MedusaContainer,
  asked: AskedDelivery
): Promise<DeliveryRow> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { invoice, deliveries, ways } = await findDeliveries(container, asked.invoiceId)
  const recipient = recipientOf(asked)
  const instead = isOtherFormat(asked, deliveries) ? judgeFormat(invoice, asked) : null
  const obstacle = { receiver: ways.einvoice, order: ways.email, typed: ways.typed }[recipient]
  if (obstacle && instead === null) throw conflict(obstacle, MESSAGES[obstacle])
  const id = await postgres(container).transaction(async (transaction) => {
    const { invoiceId, askedBy: by } = asked
    if (instead) await withdrawOtherFormat(transaction, { invoiceId, format: instead, by })
    const added = await addDelivery(transaction, {
      controller_id: settings.controller.id,
      invoice_id: invoiceId,
      order_id: invoice.order_id ?? "",
      channel: asked.channel,
      recipient,
      way: recipient === "receiver" ? (ways.transport ?? "") : wayOf(settings, recipient),
      format: asked.format ?? null,
      asked_by: by,
    })
    if (added === null) throw conflict("delivery_open", MESSAGES.delivery_open)
    return added
  })
  if (recipient === "typed") {
    const claimed: ClaimedDelivery = {
      ...(await find(container, asked.invoiceId, id)),
      began_at: null,
    }
    await carryOut(container, claimed, asked.email)
  } else {
    await workOffDelivery(container, id)
  }
  return find(container, asked.invoiceId, id)
}

export type SettledDelivery = {
  invoiceId: string
  id: string
  outcome: "delivered" | "failed"
  note?: string | undefined
  by: string
}

/**
 * Staff says what became of a delivery that nobody else knows of: one sent by hand, or one without an answer.
 *
 * @throws MedusaError not_found, or conflict `delivery_settled`
 */
export const settleDeliveryByStaff = async (
  container: MedusaContainer,
  settled: SettledDelivery
): Promise<DeliveryRow> => {
  await find(container, settled.invoiceId, settled.id)
  if (!(await settleByStaff(postgres(container), settled))) {
    throw conflict("delivery_settled", "What became of this delivery is known, or it is under way.")
  }
  return find(container, settled.invoiceId, settled.id)
}

/** The bytes of an e-invoice as they were sent or are to be sent by hand. Throws not_found. */
export const findPayload = async (
  container: MedusaContainer,
  invoiceId: string,
  id: string
): Promise<Payload & { number: string; order_id: string }> => {
  const { number } = await findInvoice(container, invoiceId)
  const { order_id } = await find(container, invoiceId, id)
  const payload = await readPayload(postgres(container), id)
  if (!payload) throw notFound("Nothing was made for this delivery.")
  return { ...payload, number, order_id }
}
