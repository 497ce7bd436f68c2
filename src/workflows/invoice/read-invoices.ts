import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../modules/invoice"
import type {
  InvoiceFilters,
  InvoiceModuleService,
  IssuedInvoice,
  MissingField,
} from "../../modules/invoice"
import { decideIssue } from "../../modules/invoice/domain/decide-issue"
import { readInvoices } from "../../modules/invoice/read-invoices"
import { sealedOfOrder } from "../../modules/invoice/sealing/sealed-of-order"
import { currentSeries } from "../../modules/invoice/sealing/take-number"
import { notFound } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
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

/** An order's documents, oldest first, and what stands in the way of those that are due. */
export const findInvoicesOfOrder = async (
  container: MedusaContainer,
  orderId: string
): Promise<{ invoices: IssuedInvoice[]; missing: MissingField[] }> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const facts = await gatherFacts(container, orderId)
  const series = await currentSeries(connection, {
    controllerId: settings.controller.id,
    isTest: facts.money === "test",
    placedAt: facts.placed_at,
  })
  const { causes, documents } = await sealedOfOrder(connection, orderId)
  const { missing } = decideIssue(facts, {
    issued: causes,
    documents: documents.map(({ document }) => document),
    startsAt: series.starts_at.toISOString(),
  })
  const { invoices } = await readInvoices(connection, { order_id: orderId, order: "number" })
  return { invoices, missing: settings.mode === "off" ? [] : missing }
}
