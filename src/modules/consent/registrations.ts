import { generateEntityId } from "@medusajs/framework/utils"
import { invalidField } from "../../shared/errors"
import type { Knex } from "../../shared/postgres"
import { noticesInForce } from "./carts"
import type { ShownNotice } from "./domain/choose-notice"
import { writeEvents } from "./events"
import { subjectKey } from "./subjects"

/** An account as evidence sees it. */
export type Registration = {
  customer_id: string
  /** Ids of the logins it is reached by. */
  logins: readonly string[]
  /** ISO 8601 in UTC. */
  made_at: string
}

const FIELD = "x-dk-notices"

/**
 * Remembers which notices the storefront shows while an account is made with a login. Throws naming `x-dk-notices` when one is
 * unknown or not in force, and for marketing: making an account is no sale, so no text of it opens anything, and a consent is
 * given by the account itself.
 */
export const noteRegistration = async (
  connection: Knex,
  controllerId: string,
  authIdentityId: string,
  noticeIds: readonly string[]
): Promise<void> => {
  const notices = await noticesInForce(connection, controllerId, noticeIds, FIELD)
  if (notices.some(({ kind }) => kind === "marketing")) {
    throw invalidField(FIELD, "marketing_notice", "A registration shows no text about marketing.")
  }
  for (const { id } of notices) {
    await connection.raw(
      `INSERT INTO dk_consent_registration_notice (id, controller_id, auth_identity_id, notice_id) VALUES (?, ?, ?, ?)
       ON CONFLICT (auth_identity_id, notice_id) DO NOTHING`,
      [generateEntityId("", "dkcreg"), controllerId, authIdentityId, id]
    )
  }
}

/** Writes which texts making an account showed; once, however often it is called. Registering gives no consent. */
export const recordRegistration = (
  connection: Knex,
  controllerId: string,
  { customer_id: customerId, made_at: madeAt }: Registration,
  shown: readonly ShownNotice[]
): Promise<number> =>
  connection.transaction(async (transaction) => {
    const person = { customer_id: customerId, email: null }
    const key = await subjectKey(transaction, controllerId, person)
    const events = shown.map(({ notice, source }) => {
      const purpose = notice.purpose ?? notice.kind
      return {
        subject_key: key,
        purpose,
        channel: notice.channel,
        state: "shown" as const,
        source,
        place: "registration",
        natural_key: ["registration", customerId, purpose, notice.channel, "shown"].join(":"),
        notice,
        occurred_at: madeAt,
      }
    })
    return writeEvents(transaction, controllerId, events)
  })
