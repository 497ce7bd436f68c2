import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService, MissingField } from "../../modules/invoice"
import { archiveOrder } from "../../modules/invoice/earlier/archive-order"
import type { EarlierYear } from "../../modules/invoice/domain/earlier-years"
import {
  copiesOfOrder,
  earlierOrdersAfter,
  readEarlierOrders,
  readEarlierYears,
} from "../../modules/invoice/earlier/read-earlier"
import type {
  EarlierFilters,
  EarlierOrder,
  KeptCopy,
} from "../../modules/invoice/earlier/read-earlier"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { findBuyerOfOrder } from "../buyer"
import { gatherFacts } from "./steps/gather-facts"
import type { OrderBuyer } from "./steps/to-order-facts"

/** A page of orders from before the plugin looked after invoices, the oldest first. */
export const listEarlierOrders = (
  container: MedusaContainer,
  filters: EarlierFilters
): Promise<{ earlier_orders: EarlierOrder[]; count: number }> =>
  readEarlierOrders(postgres(container), filters)

/** How many orders there are from before the plugin, by year and by what stands for them. */
export const listEarlierYears = (container: MedusaContainer): Promise<EarlierYear[]> => {
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  return readEarlierYears(postgres(container), settings)
}

/** The copies that are kept of an order. */
export const listArchiveCopies = (
  container: MedusaContainer,
  orderId: string
): Promise<KeptCopy[]> => copiesOfOrder(postgres(container), orderId)

const NOBODY = {
  name_on_invoice: null,
  cvr: null,
  vat_id: null,
  registration_no: null,
  ean: null,
  person_reference: null,
  order_reference: null,
  accounting_reference: null,
}

/** Nobody asked who bought then: a company on the billing address is one, and its copy must name it. */
const buyerThen = async (
  container: MedusaContainer,
  orderId: string
): Promise<OrderBuyer | undefined> => {
  const known = await findBuyerOfOrder(container, orderId)
  if (known) return known
  const [address] = await selectRows<{ company: string | null }>(
    postgres(container),
    `SELECT a.company FROM "order" o JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = ?`,
    [orderId]
  )
  const company = address?.company?.trim() ?? ""
  return company === "" ? undefined : { type: "business", company_name: company, ...NOBODY }
}

/** What came of an order: the copies that are new, or why there is none. */
export type ArchivedOrder = {
  order_id: string
  order_number: string
  copies: number
  missing: MissingField[]
  /** A code of what nobody expected; the order is left as it was. */
  failed: string | null
}

type Archive = { isDryRun: boolean; after: string; limit: number; sealedBy: string }

/**
 * Keeps copies of the next orders from before the plugin, without a number, a batch at a time: `next` is where to go on, and
 * null at the end. Killed at any line it goes on from the facts; orders that have their copies are passed over.
 */
export const archiveEarlierOrders = async (
  container: MedusaContainer,
  { isDryRun, after, limit, sealedBy }: Archive
): Promise<{ orders: ArchivedOrder[]; next: string | null }> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const archive = async (orderId: string): Promise<Omit<ArchivedOrder, "order_number">> => {
    const buyer = await buyerThen(container, orderId)
    const facts = await gatherFacts(container, orderId, buyer)
    const { sealed, missing } = await archiveOrder(connection, {
      settings,
      facts,
      sealedBy,
      isDryRun,
    })
    return { order_id: orderId, copies: sealed, missing, failed: null }
  }
  const found = await earlierOrdersAfter(connection, after, limit)
  const orders: ArchivedOrder[] = []
  for (const { id, number } of found) {
    const result = await archive(id).catch((error: unknown) => {
      const failed = errorName(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-invoice: no copy of order ${id} was kept: ${failed}`)
      return { order_id: id, copies: 0, missing: [], failed }
    })
    orders.push({ ...result, order_number: number })
  }
  return { orders, next: found.length < limit ? null : (found.at(-1)?.id ?? null) }
}
