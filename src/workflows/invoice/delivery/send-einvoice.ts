import type { MedusaContainer } from "@medusajs/framework/types"
import { checkEInvoice, INVOICE_MODULE, renderOioubl, renderPeppol } from "../../../modules/invoice"
import type { InvoiceDocument, InvoiceModuleService } from "../../../modules/invoice"
import { beginSending } from "../../../modules/invoice/delivery/deliveries"
import type { ClaimedDelivery } from "../../../modules/invoice/delivery/deliveries"
import { keepPayload, readPayload } from "../../../modules/invoice/delivery/payloads"
import type { Payload } from "../../../modules/invoice/delivery/payloads"
import { lookUpReceiver } from "../../../modules/invoice/delivery/receivers"
import type { TransportSettings } from "../../../modules/invoice/delivery/options"
import { putIntoFolder } from "../../../modules/invoice/delivery/transports/file"
import type { Parcel } from "../../../modules/invoice/delivery/transports/parcel"
import { postToProvider } from "../../../modules/invoice/delivery/transports/webhook"
import type { Attempt } from "../../../modules/invoice/domain/delivery/delivery"
import { chooseFormat } from "../../../modules/invoice/domain/delivery/receiver"
import { peppolEndpointOf } from "../../../modules/invoice/domain/ubl/participant-id"
import { postgres } from "../../../shared/postgres"
import { mailOnce } from "./mail"

const RENDERINGS = { peppol: renderPeppol, oioubl: renderOioubl } as const

/** The template of the mail that brings an e-invoice to a provider's mailbox. */
const TEMPLATE = "dk-e-invoice"

type Settings = InvoiceModuleService["settings"]

/** What takes documents of a series; undefined when nothing does. */
export const transportFor = (
  { einvoice }: Settings,
  series: InvoiceDocument["series"]
): TransportSettings | undefined =>
  series === "live" ? einvoice.transport : einvoice.testTransport

const receiverOf = ({ buyer }: InvoiceDocument): string => {
  const endpoint = peppolEndpointOf(buyer)
  return endpoint === null ? "" : `${endpoint.scheme}:${endpoint.value}`
}

const isAttempt = (value: Payload | Attempt): value is Attempt => "result" in value

/** The bytes that an earlier try kept, else those of a format the receiver takes; or why there are none. */
const prepare = async (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  document: InvoiceDocument
): Promise<Payload | Attempt> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const kept = await readPayload(connection, delivery.id)
  if (kept) return kept
  const { receivers, format: fallback } = settings.einvoice
  const answer = await lookUpReceiver(connection, receivers, receiverOf(document))
  const chosen = chooseFormat(answer, {
    asked: delivery.format,
    fallback,
    problemsIn: (format) => checkEInvoice(document, format),
  })
  if (chosen === null) return { result: "no_route", code: "receiver_takes_none" }
  const { format, problems } = chosen
  if (problems.length > 0) return { result: "failed", code: "einvoice_incomplete", problems }
  const content = RENDERINGS[format](document)
  const payload = await keepPayload(connection, delivery, { format, content })
  return payload ?? { result: "failed", code: "document_released" }
}

const mailToProvider = (
  container: MedusaContainer,
  { id, order_id: orderId }: ClaimedDelivery,
  { to, parcel }: { to: string; parcel: Parcel }
): Promise<Attempt> => {
  const { number, format, receiver, bytes } = parcel
  const filename = `${number}-${format}.xml`
  return mailOnce(container, id, {
    to,
    orderId,
    template: TEMPLATE,
    data: { number, format, receiver },
    content: { subject: filename, text: receiver },
    attachment: { filename, content_type: "application/xml", bytes },
  })
}

const hand = (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  { transport, parcel }: { transport: TransportSettings; parcel: Parcel }
): Promise<Attempt> => {
  switch (transport.kind) {
    case "file":
      return putIntoFolder(transport.folder, parcel)
    case "webhook":
      return postToProvider(transport, parcel)
    case "email":
      return mailToProvider(container, delivery, { to: transport.to, parcel })
    case "manual":
      return Promise.resolve({ result: "by_hand", code: "ready" })
  }
}

/**
 * Hands an e-invoice to the transport of its series. A provider is posted to once: found begun without an outcome, it is
 * uncertain. A file and a mail carry the delivery's id and are repeated without harm.
 *
 * @returns null when another server has begun it meanwhile
 */
export const sendEInvoice = async (
  container: MedusaContainer,
  delivery: ClaimedDelivery,
  document: InvoiceDocument
): Promise<Attempt | null> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const transport = transportFor(settings, document.series)
  if (!transport) return { result: "failed", code: "test_document" }
  const { kind: way } = transport
  const isBegun = delivery.began_at !== null
  if (isBegun && (way === "webhook" || delivery.way !== way)) {
    return { result: "uncertain", code: "interrupted" }
  }
  const payload = await prepare(container, delivery, document)
  if (isAttempt(payload)) return payload
  const { format, content } = payload
  const mayBegin = await beginSending(postgres(container), delivery.id, { way, format })
  if (!mayBegin && !isBegun) return null
  const parcel: Parcel = {
    deliveryId: delivery.id,
    number: document.number,
    format,
    receiver: receiverOf(document),
    bytes: Buffer.from(content, "utf8"),
  }
  return hand(container, delivery, { transport, parcel })
}
