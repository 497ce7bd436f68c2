import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../shared/postgres"
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

/** Remembers which notices the storefront shows while an account is made with a login. */
export const noteRegistration = async (
  connection: Knex,
  controllerId: string,
  authIdentityId: string,
  noticeIds: readonly string[]
): Promise<void> => {
  for (const id of new Set(noticeIds)) {
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
