import type { MedusaContainer } from "@medusajs/framework/types"
import type { SubjectInput } from "../../../modules/subject-request/subjects"
import { invalidField } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"
import { findCertainOf, getSelection } from "../../personal-data"
import type { CertainRows } from "../../personal-data"
import type { SuppressionAddress } from "../../consent"

/** What of the store a request is about. */
export type People = {
  /** Those named, unless other people use them, too. */
  customers: string[]
  /** Those that are certainly the person's, with those that staff confirmed. */
  orders: string[]
  /** Those that staff confirmed. */
  confirmed: string[]
  addresses: SuppressionAddress[]
} & Pick<CertainRows, "is_shared" | "uncertain">

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

/** A phone of a customer row that several people use is not the person's. */
const CONTACTS = `
  SELECT email, CASE WHEN id = ANY(:customers) THEN phone END AS phone FROM customer WHERE id = ANY(:named)
  UNION SELECT o.email, a.phone FROM "order" o LEFT JOIN order_address a ON a.id = o.billing_address_id WHERE o.id = ANY(:orders)`

const addressesOf = async (
  container: MedusaContainer,
  subject: SubjectInput,
  rows: { named: string[]; customers: string[]; orders: string[] }
): Promise<SuppressionAddress[]> => {
  const contacts = await selectRows<{ email: string | null; phone: string | null }>(
    postgres(container),
    CONTACTS,
    rows
  )
  const emails = [subject.email ?? null, ...contacts.map(({ email }) => email)]
  const phones = contacts.map(({ phone }) => phone)
  const distinct = (values: readonly (string | null)[]) => [
    ...new Set(values.flatMap((value) => (value ? [value.toLowerCase()] : []))),
  ]
  return [
    ...distinct(emails).map((email) => ({ email })),
    ...distinct(phones).map((phone) => ({ phone })),
  ]
}

/**
 * Whom staff named, what is certainly theirs, and where they are reached.
 *
 * @throws not_found or invalid_data naming `selection_id`
 */
export const findPeople = async (
  container: MedusaContainer,
  subject: SubjectInput
): Promise<People> => {
  const named = await namedBy(container, subject)
  const certain = await findCertainOf(container, subject)
  const customers = named.customers.filter((id) => certain.customers.includes(id)).sort()
  const asked = [...named.orders, ...(subject.confirmed_order_ids ?? [])]
  const orders = [...certain.orders].sort()
  const confirmed = orders.filter((id) => asked.includes(id))
  const rows = { named: named.customers, customers, orders: confirmed }
  const addresses = await addressesOf(container, subject, rows)
  const { is_shared, uncertain } = certain
  return { customers, orders, confirmed, addresses, is_shared, uncertain }
}
