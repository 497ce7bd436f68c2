import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { modeOn } from "../../modules/invoice/domain/invoice-modes"
import type { InvoiceMode } from "../../modules/invoice/domain/invoice-modes"
import type { RequestedDocument } from "../../modules/invoice/domain/requested-document"
import { externalOfOrder } from "../../modules/invoice/external/read-external"
import type { ExternalInvoice } from "../../modules/invoice/external/read-external"
import { readRequested, readRequests } from "../../modules/invoice/external/read-requests"
import type { InvoiceRequest, RequestFilters } from "../../modules/invoice/external/read-requests"
import { recordNumber } from "../../modules/invoice/external/record-number"
import type { RecordNumber } from "../../modules/invoice/external/record-number"
import { copenhagenDay } from "../../rules"
import { notFound } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** A page of what the shop's bookkeeping system is asked for, and the mode of orders that are placed today. */
export const listInvoiceRequests = async (
  container: MedusaContainer,
  filters: RequestFilters
): Promise<{ invoice_requests: InvoiceRequest[]; count: number; mode: InvoiceMode }> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const page = await readRequests(postgres(container), filters)
  return { ...page, mode: modeOn(settings, copenhagenDay(new Date())) }
}

/**
 * One request with the document to make, as the order was when it was asked for. The document is null once the order's
 * numbers have been released.
 *
 * @throws not_found
 */
export const findInvoiceRequest = async (
  container: MedusaContainer,
  id: string
): Promise<InvoiceRequest & { document: RequestedDocument | null }> => {
  const connection = postgres(container)
  const { invoice_requests: found } = await readRequests(connection, { id })
  const [request] = found
  if (!request) throw notFound("The request was not found.")
  return { ...request, document: await readRequested(connection, id) }
}

/** The numbers of an order that its bookkeeping system gave, the oldest first, corrected ones too. */
export const listExternalInvoices = (
  container: MedusaContainer,
  orderId: string
): Promise<ExternalInvoice[]> => externalOfOrder(postgres(container), orderId)

type RecordInput = Omit<RecordNumber, "settings" | "now">

/**
 * Records a number that the shop's bookkeeping system gave; the same again changes nothing.
 *
 * @throws as `recordNumber`
 */
export const recordExternalInvoice = async (
  container: MedusaContainer,
  input: RecordInput
): Promise<{ invoice: ExternalInvoice; isNew: boolean }> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { id, isNew } = await recordNumber(connection, { ...input, settings, now: new Date() })
  const invoices = await externalOfOrder(connection, input.orderId)
  const invoice = invoices.find((it) => it.id === id)
  if (!invoice) throw notFound("The number was released.")
  return { invoice, isNew }
}
