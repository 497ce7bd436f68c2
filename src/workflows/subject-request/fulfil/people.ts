import type { MedusaContainer } from "@medusajs/framework/types"
import type { SubjectInput } from "../../../modules/subject-request/subjects"
import { invalidField } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import { getSelection } from "../../personal-data"
import type { SuppressionAddress } from "../../consent"

/** What of the store a request is about. */
export type People = {
  customers: string[]
  /** Orders that staff confirmed. */
  orders: string[]
  addresses: SuppressionAddress[]
}

type Named = { customers: string[]; orders: string[] }

const confirmedIn = async (container: MedusaContainer, selectionId: string): Promise<Named> => {
  const { status, rows } = await getSelection(container, selectionId)
  if (status !== "confirmed") {
    throw invalidField(
      "selection_id",
      "selection_not_confirmed",
      "nobody has confirmed which rows are the person's."
    )
  }
  const idsOf = (type: string) =>
    rows.filter((row) => row.confirmed && row.type === type).map(({ id }) => id)
  return { customers: idsOf("customer"), orders: idsOf("order") }
}

const customersAt = async (container: MedusaContainer, email: string): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    postgres(container),
    "SELECT id FROM customer WHERE lower(email) = lower(?) AND deleted_at IS NULL ORDER BY id",
    [email]
  )
  return rows.map(({ id }) => id)
}

const namedBy = async (container: MedusaContainer, subject: SubjectInput): Promise<Named> => {
  const { customer_id: customerId, email, selection_id: selectionId } = subject
  if (selectionId !== undefined) return confirmedIn(container, selectionId)
  if (customerId !== undefined) return { customers: [customerId], orders: [] }
  return { customers: email === undefined ? [] : await customersAt(container, email), orders: [] }
}

const CONTACTS = `
  SELECT email, phone FROM customer WHERE id = ANY(:customers)
  UNION SELECT o.email, a.phone FROM "order" o LEFT JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = ANY(:orders)`

/**
 * Whom staff named, and where they are reached.
 *
 * @throws not_found or invalid_data naming `selection_id`
 */
export const findPeople = async (
  container: MedusaContainer,
  subject: SubjectInput
): Promise<People> => {
  const named = await namedBy(container, subject)
  const orders = [...new Set([...named.orders, ...(subject.confirmed_order_ids ?? [])])].sort()
  const customers = [...named.customers].sort()
  const contacts = await selectRows<{ email: string | null; phone: string | null }>(
    postgres(container),
    CONTACTS,
    { customers, orders }
  )
  const emails = [subject.email ?? null, ...contacts.map(({ email }) => email)]
  const phones = contacts.map(({ phone }) => phone)
  const distinct = (values: readonly (string | null)[]) => [
    ...new Set(values.flatMap((value) => (value ? [value.toLowerCase()] : []))),
  ]
  return {
    customers,
    orders,
    addresses: [
      ...distinct(emails).map((email) => ({ email })),
      ...distinct(phones).map((phone) => ({ phone })),
    ],
  }
}
