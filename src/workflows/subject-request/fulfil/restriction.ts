import { invalidField } from "../../../shared/errors"
import { sha256 } from "../../../shared/sha256"
import { addRestriction } from "../../personal-data"
import { toldRecipients } from "../recipients/register"
import { findPeople } from "./people"
import type { People } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

/** The same for the same request and target, so that a second try makes no second restriction. */
const restrictionId = (requestId: string, target: string): string =>
  `dkprestr_${sha256(`${requestId}\n${target}`).slice(0, 26)}`

/**
 * What is restricted. A customer and an address bring their orders along; where several people use them, only the orders that
 * are certainly the person's are.
 */
export const restrictedOf = (
  { customers, orders, confirmed, is_shared: isShared }: People,
  email: string | undefined
): { customers: string[]; orders: string[]; email: string | null } => ({
  customers,
  orders: isShared ? orders : confirmed,
  email: isShared ? null : (email ?? null),
})

/** The data may only be stored from now on (Art. 18). */
export const fulfilRestriction = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, row, subject, body, actor } = fulfilment
  const { ground, ends_on } = body
  if (ground === undefined) throw invalidField("ground", "missing", "say on which ground.")
  const people = await findPeople(container, subject)
  const { customers, orders, email } = restrictedOf(people, subject.email)
  const targets = [
    ...customers.map((id) => ({ target: id, about: { customer_id: id } })),
    ...orders.map((id) => ({ target: id, about: { order_id: id } })),
    ...(email === null ? [] : [{ target: "email", about: { email } }]),
  ]
  if (people.is_shared && targets.length === 0) {
    throw invalidField(
      "confirmed_order_ids",
      "shared_mailbox",
      "several people use the address; confirm which orders are the person's."
    )
  }
  const restriction_ids: string[] = []
  for (const { target, about } of targets) {
    const id = restrictionId(row.id, target)
    await addRestriction(container, { ...about, id, ground, ends_on, created_by: actor })
    restriction_ids.push(id)
  }
  const recipients = await toldRecipients(container)
  const recipient_order_ids = people.orders
  const outcome = { kind: "restriction" as const, ground, restriction_ids, recipients }
  // A mailbox that is the person's alone brings all its orders along.
  const uncertain_orders = email === null ? people.uncertain : 0
  return {
    outcome: { ...outcome, uncertain_orders, recipient_order_ids, ends_on: ends_on ?? null },
  }
}
