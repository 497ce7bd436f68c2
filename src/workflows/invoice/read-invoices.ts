import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../modules/invoice"
import type {
  InvoiceFilters,
  InvoiceModuleService,
  IssuedInvoice,
  MissingField,
} from "../../modules/invoice"
import { decideIssue } from "../../modules/invoice/domain/decide-issue"
import type { InvoiceMode } from "../../modules/invoice/domain/invoice-modes"
import type { OrderFacts } from "../../modules/invoice/domain/order-facts"
import { modeOfOrder } from "../../modules/invoice/external/mode-of-order"
import { externalOfOrder } from "../../modules/invoice/external/read-external"
import type { ExternalInvoice } from "../../modules/invoice/external/read-external"
import { readRequests } from "../../modules/invoice/external/read-requests"
import type { InvoiceRequest } from "../../modules/invoice/external/read-requests"
import { decideRequest } from "../../modules/invoice/external/requests-of-order"
import { readInvoices } from "../../modules/invoice/read-invoices"
import { sealedOfOrder } from "../../modules/invoice/sealing/sealed-of-order"
import { currentSeries } from "../../modules/invoice/sealing/take-number"
import { notFound } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { gatherFacts } from "./steps/gather-facts"

/** A page of issued documents. */
export const listInvoices = (
  container: MedusaContainer,
  filters: InvoiceFilters
): Promise<{ invoices: IssuedInvoice[]; count: number }> =>
  readInvoices(postgres(container), filters)

/** One issued document, of one order when it is given. Throws not_found. */
export const findInvoice = async (
  container: MedusaContainer,
  id: string,
  orderId?: string
): Promise<IssuedInvoice> => {
  const { invoices } = await readInvoices(postgres(container), { id, order_id: orderId })
  const [invoice] = invoices
  if (!invoice) throw notFound("The invoice was not found.")
  return invoice
}

/** What stands in the way of an order's documents that are due here. */
const missingOfOwn = async (
  connection: Knex,
  settings: InvoiceModuleService["settings"],
  facts: OrderFacts
): Promise<MissingField[]> => {
  const series = await currentSeries(connection, {
    controllerId: settings.controller.id,
    isTest: facts.money === "test",
    placedAt: facts.placed_at,
  })
  const { causes, documents } = await sealedOfOrder(connection, facts.order_id)
  const { missing } = decideIssue(facts, {
    issued: causes,
    documents: documents.map(({ document }) => document),
    startsAt: series.starts_at.toISOString(),
  })
  return missing
}

const missingOf = async (
  container: MedusaContainer,
  orderId: string
): Promise<{ mode: InvoiceMode; missing: MissingField[] }> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const facts = await gatherFacts(container, orderId)
  const mode = await modeOfOrder(connection, settings, facts)
  if (mode === "own") return { mode, missing: await missingOfOwn(connection, settings, facts) }
  if (mode === "off") return { mode, missing: [] }
  return { mode, missing: (await decideRequest(connection, facts)).missing }
}

/** What an order's invoices are: those made here, those made elsewhere, and what is still to come. */
export type InvoicesOfOrder = {
  mode: InvoiceMode
  /** Oldest first. */
  invoices: IssuedInvoice[]
  external_invoices: ExternalInvoice[]
  /** What the shop's bookkeeping system was asked for and has not answered. */
  waiting: InvoiceRequest[]
  /** What stands in the way of what is due. */
  missing: MissingField[]
}

/** An order's documents, oldest first, and what stands in the way of those that are due. */
export const findInvoicesOfOrder = async (
  container: MedusaContainer,
  orderId: string
): Promise<InvoicesOfOrder> => {
  const connection = postgres(container)
  const { mode, missing } = await missingOf(container, orderId)
  const { invoices } = await readInvoices(connection, { order_id: orderId, order: "number" })
  const waiting = await readRequests(connection, { order_id: orderId, status: "waiting" })
  return {
    mode,
    invoices,
    external_invoices: await externalOfOrder(connection, orderId),
    waiting: waiting.invoice_requests,
    missing,
  }
}
