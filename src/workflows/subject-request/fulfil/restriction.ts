import { invalidField } from "../../../shared/errors"
import { sha256 } from "../../../shared/sha256"
import { addRestriction } from "../../personal-data"
import { toldRecipients } from "../recipients/register"
import { findPeople } from "./people"
import type { Fulfilled, NamedFulfilment } from "./types"

/** The same for the same request and target, so that a second try makes no second restriction. */
const restrictionId = (requestId: string, target: string): string =>
  `dkprestr_${sha256(`${requestId}\n${target}`).slice(0, 26)}`

/** The data may only be stored from now on (Art. 18). */
export const fulfilRestriction = async (fulfilment: NamedFulfilment): Promise<Fulfilled> => {
  const { container, row, subject, body, actor } = fulfilment
  const { ground, ends_on } = body
  if (ground === undefined) throw invalidField("ground", "missing", "say on which ground.")
  const { customers, orders } = await findPeople(container, subject)
  const { email } = subject
  const targets = [
    ...customers.map((id) => ({ target: id, about: { customer_id: id } })),
    ...orders.map((id) => ({ target: id, about: { order_id: id } })),
    ...(email === undefined ? [] : [{ target: "email", about: { email } }]),
  ]
  const restriction_ids: string[] = []
  for (const { target, about } of targets) {
    const id = restrictionId(row.id, target)
    await addRestriction(container, { ...about, id, ground, ends_on, created_by: actor })
    restriction_ids.push(id)
  }
  const recipients = await toldRecipients(container)
  const outcome = { kind: "restriction" as const, ground, restriction_ids, recipients }
  return { outcome: { ...outcome, ends_on: ends_on ?? null } }
}
