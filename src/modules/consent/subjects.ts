import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Whom evidence is about: a customer row, or an address nobody has a row for. */
export type Person = {
  customer_id: string | null
  /** Lower case. */
  email: string | null
}

/** Held, so that nobody takes the key for unused before what is written under it is there. */
const FIND = `SELECT id FROM dk_consent_subject WHERE controller_id = ? AND (customer_id = ? OR email = ?) FOR KEY SHARE`

/** The opaque key of a person; made when there is none. Without customer and e-mail it is a key of its own. */
export const subjectKey = async (
  transaction: Knex,
  controllerId: string,
  { customer_id: customerId, email }: Person
): Promise<string> => {
  const fresh = generateEntityId("", "dkcsub")
  if (customerId === null && email === null) return fresh
  const person = customerId === null ? { email } : { customer_id: customerId }
  const bindings = [controllerId, customerId, customerId === null ? email : null]
  for (;;) {
    await transaction("dk_consent_subject")
      .insert({ id: fresh, controller_id: controllerId, ...person })
      .onConflict()
      .ignore()
    const [subject] = await selectRows<{ id: string }>(transaction, FIND, bindings)
    // Gone in between: it was unused, and is made anew.
    if (subject) return subject.id
  }
}

/** Holds a person's key until the transaction ends, so that two who speak for them come one after another. */
export const lockSubject = async (transaction: Knex, key: string): Promise<void> => {
  await transaction.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `dk_consent:${key}`,
  ])
}
