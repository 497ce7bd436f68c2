import { generateEntityId } from "@medusajs/framework/utils"
import type { Outbox } from "../../shared/outbox"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Sign-ups whose mail waits. */
export const SUBSCRIPTIONS: Outbox = { table: "dk_consent_subscription", group: "id" }

/** How long the mailed link works. */
const DAYS_TO_CONFIRM = 7

/** One address is mailed this often a day at most, whoever asks, and about the same thing once in ten minutes. */
const MOST_MAILS_A_DAY = 3
const MINUTES_BETWEEN = 10

/** Somebody asks for marketing on a mailbox. */
export type NewSubscription = {
  /** Lower case. */
  email: string
  /** Whose account or order asks; null for nobody known. */
  subject_key: string | null
  purpose: string
  channel: "email"
  notice_id: string
  locale: string
}

/** A sign-up as it is mailed. */
export type Subscription = {
  id: string
  email: string | null
  subject_key: string | null
  purpose: string
  channel: string
  notice_id: string
  locale: string
  created_at: Date
  expires_at: Date
}

const INSERT = `
  INSERT INTO dk_consent_subscription
    (id, controller_id, email, subject_key, purpose, channel, notice_id, locale, expires_at)
  SELECT :id, :controller, :email, :key, :purpose, :channel, :notice, :locale, now() + make_interval(days => :days)
  WHERE (SELECT count(*) FROM dk_consent_subscription
      WHERE controller_id = :controller AND lower(email) = :email AND created_at > now() - interval '1 day') < :most
    AND NOT EXISTS (SELECT 1 FROM dk_consent_subscription
      WHERE controller_id = :controller AND lower(email) = :email AND purpose = :purpose AND channel = :channel
        AND created_at > now() - make_interval(mins => :minutes))
  RETURNING id`

/**
 * Writes down a sign-up that waits for its mail. An address is mailed seldom, however often and by whomever it is typed.
 *
 * @returns its id, or null when the address was mailed too often
 */
export const askSubscription = (
  connection: Knex,
  controllerId: string,
  asked: NewSubscription
): Promise<string | null> =>
  withLock(connection, `dk_consent_subscription:${asked.email}`, async (transaction) => {
    const [row] = await selectRows<{ id: string }>(transaction, INSERT, {
      id: generateEntityId("", "dkcsbs"),
      controller: controllerId,
      email: asked.email,
      key: asked.subject_key,
      purpose: asked.purpose,
      channel: asked.channel,
      notice: asked.notice_id,
      locale: asked.locale,
      days: DAYS_TO_CONFIRM,
      most: MOST_MAILS_A_DAY,
      minutes: MINUTES_BETWEEN,
    })
    return row?.id ?? null
  })

/** Holds a sign-up to the end of the transaction. Null when it is gone. */
export const takeSubscription = async (
  transaction: Knex.Transaction,
  controllerId: string,
  id: string
): Promise<Subscription | null> => {
  const [row] = await selectRows<Subscription>(
    transaction,
    `SELECT * FROM dk_consent_subscription WHERE id = ? AND controller_id = ? FOR UPDATE`,
    [id, controllerId]
  )
  return row ?? null
}

/** The address has done its work. */
export const forgetAddress = async (transaction: Knex.Transaction, id: string): Promise<void> => {
  await transaction.raw(
    `UPDATE dk_consent_subscription SET email = NULL, done_at = coalesce(done_at, now()), updated_at = now() WHERE id = ?`,
    [id]
  )
}

/** Removes sign-ups whose link says nothing any more. @returns their ids */
export const removeExpired = async (connection: Knex): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `DELETE FROM dk_consent_subscription WHERE expires_at < now() RETURNING id`
  )
  return rows.map(({ id }) => id)
}
