import type { MedusaContainer } from "@medusajs/framework/types"
import {
  misnames,
  misplaces,
  saysAlready,
} from "../../../modules/subject-request/domain/correction"
import type { NamedBuyer } from "../../../modules/subject-request/domain/correction"
import type { InvoiceDocument } from "../../../modules/invoice"
import { invalidField } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import { listInvoices } from "../../invoice"
import { previewErasureOf } from "../../personal-data"
import { toldRecipients } from "../recipients/register"
import { findPeople } from "./people"
import { hasOnlyShared, targetsOf } from "./rectification-targets"
import { coreFlows } from "../../../shared/core-flows"
import type { OrderCorrection, Targets } from "./rectification-targets"
import type { Fulfilled, NamedFulfilment } from "./types"

type Row = Record<string, string | null>

const read = async (container: MedusaContainer, sql: string, id: string): Promise<Row> => {
  const [row] = await selectRows<Row>(postgres(container), sql, [id])
  return row ?? {}
}

const ADDRESS_OF = (type: "shipping" | "billing") =>
  `SELECT a.* FROM "order" o JOIN order_address a ON a.id = o.${type}_address_id WHERE o.id = ?`

/** What an order does not say yet, so that a second try writes no second change. */
const missingIn = async (
  container: MedusaContainer,
  { order_id: id, shipping, billing, email }: OrderCorrection
): Promise<{ shipping_address?: object; billing_address?: object; email?: string }> => {
  const order = await read(container, `SELECT email FROM "order" WHERE id = ?`, id)
  const isNews = async (type: "shipping" | "billing", values: typeof shipping) =>
    values !== undefined && !saysAlready(await read(container, ADDRESS_OF(type), id), values)
  return {
    ...((await isNews("shipping", shipping)) && { shipping_address: shipping ?? {} }),
    ...((await isNews("billing", billing)) && { billing_address: billing ?? {} }),
    ...(email !== undefined && order.email !== email && { email }),
  }
}

/** Orders first: as long as the customer is as before, a second try finds the same orders. */
const correct = async (
  { container, actor }: NamedFulfilment,
  { customers, customer, book, orders }: Targets
): Promise<void> => {
  for (const order of orders) {
    const update = await missingIn(container, order)
    if (Object.keys(update).length === 0) continue
    await coreFlows.updateOrderWorkflow(container).run({
      input: { id: order.order_id, user_id: actor, ...update },
    })
  }
  for (const { id, values } of book) {
    const before = await read(container, "SELECT * FROM customer_address WHERE id = ?", id)
    if (saysAlready(before, values)) continue
    await coreFlows.updateCustomerAddressesWorkflow(container).run({
      input: { selector: { id }, update: values },
    })
  }
  for (const id of customers) {
    const before = await read(container, "SELECT * FROM customer WHERE id = ?", id)
    if (saysAlready(before, customer)) continue
    await coreFlows.updateCustomersWorkflow(container).run({
      input: { selector: { id }, update: customer },
    })
  }
}

const buyerOf = ({ buyer }: InvoiceDocument): NamedBuyer => ({
  name: buyer.type === "private" ? buyer.name : null,
  address: buyer.address,
})

/** Issued documents that say something else than the corrections: a name anywhere, an address on the order it was sold to. */
const wrongDocuments = async (
  { container, subject }: NamedFulfilment,
  { customer, orders }: Targets
): Promise<string[]> => {
  const { kept_documents: kept } = await previewErasureOf(container, subject)
  const numbers = new Set<string>()
  for (const orderId of new Set(kept.map(({ order_id }) => order_id))) {
    const { invoices } = await listInvoices(container, { order_id: orderId, kind: "invoice" })
    const billing = orders.find(({ order_id }) => order_id === orderId)?.billing ?? {}
    for (const { number, document } of invoices) {
      if (document === null) continue
      const said = buyerOf(document)
      const isWrong = [customer, billing].some((values) => misnames(said, values))
      if (isWrong || misplaces(said, billing)) numbers.add(number)
    }
  }
  return [...numbers].sort()
}

/** What would be corrected. Throws invalid_data naming what is not the person's. */
export const planRectification = async (fulfilment: NamedFulfilment) => {
  const { container, subject, body } = fulfilment
  const people = await findPeople(container, subject)
  const targets = await targetsOf(container, people, body)
  return { people, targets, invoices: await wrongDocuments(fulfilment, targets) }
}

/**
 * Corrects customers, their addresses and open orders through Medusa's workflows; sealed documents stay as they are.
 *
 * @throws invalid_data naming the field
 */
export const fulfilRectification = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { people, targets, invoices } = await planRectification(fulfilment)
  if (fulfilment.body.customer && hasOnlyShared(people)) {
    throw invalidField("customer", "shared_mailbox", "several people use this customer's address.")
  }
  await correct(fulfilment, targets)
  return {
    outcome: {
      kind: "rectification",
      fields: targets.fields,
      order_ids: targets.orders.map(({ order_id }) => order_id),
      invoices_to_correct: invoices,
      recipient_order_ids: people.orders,
      recipients: await toldRecipients(fulfilment.container),
    },
  }
}
