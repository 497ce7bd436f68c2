import type { MedusaContainer } from "@medusajs/framework/types"
import { isRoleMailbox } from "../../modules/personal-data/domain/role-mailboxes"
import { refuseForeignOrders } from "../../modules/personal-data/engine/confirmed-orders"
import { resolveSubject } from "../../modules/personal-data/engine/resolve"
import type { Subject } from "../../modules/personal-data/engine/resolve"
import type { UncertainRow } from "../../modules/personal-data/engine/uncertain-rows"
import { postgres, selectRows } from "../../shared/postgres"

export type PeopleOfMailbox = {
  customers: { id: string; email: string | null; name: string | null; has_account: boolean }[]
  /** Those that are certainly the person's, the latest first. */
  orders: { id: string; display_id: number; created_at: Date }[]
  /** Orders and carts that may be somebody else's. */
  uncertain: UncertainRow[]
  /** The address names a post, such as `info@`: several people may read it. */
  is_role_mailbox: boolean
}

/** Everybody and everything behind an e-mail address, in any case of its letters, from one snapshot. Nothing is written. */
export const findPeopleOf = (container: MedusaContainer, email: string): Promise<PeopleOfMailbox> =>
  postgres(container).transaction(
    async (transaction) => {
      const { person, keys, uncertain } = await resolveSubject(transaction, { email })
      const customers = await selectRows<PeopleOfMailbox["customers"][number]>(
        transaction,
        `SELECT id, email, has_account, nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') AS name
           FROM customer WHERE id = ANY(?) AND deleted_at IS NULL ORDER BY has_account DESC, created_at`,
        [person.customers]
      )
      const orders = await selectRows<PeopleOfMailbox["orders"][number]>(
        transaction,
        `SELECT id, display_id, created_at FROM "order" WHERE id = ANY(?) AND deleted_at IS NULL ORDER BY display_id DESC`,
        [[...keys.order]]
      )
      return { customers, orders, uncertain, is_role_mailbox: isRoleMailbox(email) }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )

/** What of the store is certainly a person's, deleted rows included. */
export type CertainRows = {
  customers: string[]
  orders: string[]
  /** Orders that may be somebody else's and are not among them. */
  uncertain: number
  /** Several people use the address, so neither it nor a customer row they share is the person's alone. */
  is_shared: boolean
}

/**
 * What is certainly the person's, from one snapshot. Nothing is written.
 *
 * @throws not_found for a customer id that does not exist, invalid_data `selection_id` or `confirmed_order_ids`
 */
export const findCertainOf = (container: MedusaContainer, subject: Subject): Promise<CertainRows> =>
  postgres(container).transaction(
    async (transaction) => {
      const { person, keys, uncertain } = await resolveSubject(transaction, subject)
      await refuseForeignOrders(transaction, person, subject.confirmed_order_ids)
      return {
        uncertain: uncertain.filter(({ type }) => type === "order").length,
        customers: [...keys.customer],
        orders: [...keys.order],
        is_shared: person.emails.length > 0 && keys.email.length === 0,
      }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
