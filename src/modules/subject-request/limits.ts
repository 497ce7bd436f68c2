import { createHmac } from "node:crypto"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { Secrets } from "../../shared/tokens"

/** How often something may be done within so many seconds. */
export type Limit = { name: string; most: number; seconds: number }

/** Questions from one internet address, signed in or not. */
export const ASKED_FROM: Limit = { name: "asked_from", most: 30, seconds: 3_600 }

/** Reports of breaches from one internet address, each of which staff is told of. */
export const REPORTED_FROM: Limit = { name: "reported_from", most: 10, seconds: 3_600 }

/** Uses of mailed links from one internet address, right or wrong. */
export const LINKS_FROM: Limit = { name: "links_from", most: 120, seconds: 3_600 }

/** Sign-ups for marketing from one internet address, for whatever mailboxes. */
export const SIGNED_UP_FROM: Limit = { name: "signed_up_from", most: 60, seconds: 3_600 }

/** Cookie choices from one internet address, which may be many visitors'. Each is kept as evidence for years. */
export const CHOSEN_FROM: Limit = { name: "chosen_from", most: 600, seconds: 3_600 }

/** Looks of one account at what is held. */
export const HELD_OF: Limit = { name: "held_of", most: 60, seconds: 3_600 }

/** Mails to one mailbox, whoever types it, and about the same thing. */
export const MAILED: Limit = { name: "mailed", most: 5, seconds: 24 * 3_600 }
export const MAILED_OF_KIND: Limit = { name: "mailed_of_kind", most: 1, seconds: 600 }

export type Counted = { isAllowed: boolean; retryAfterSeconds: number }

/**
 * Counts one more of what is limited, for all servers of the store. Who it was is kept as a keyed digest, until the while is
 * over.
 *
 * @param who an internet address, a mailbox or an account
 */
export const countOne = async (
  connection: Knex | Knex.Transaction,
  { current }: Secrets,
  { name, most, seconds }: Limit,
  who: string
): Promise<Counted> => {
  const client = createHmac("sha256", current.key)
    .update(`subject-request-limit\n${name}\n${who}`)
    .digest("hex")
  const [row] = await selectRows<{ calls: number; wait: number }>(
    connection,
    `INSERT INTO dk_subject_request_limit AS l (client, ends_at)
     VALUES (:client, to_timestamp((floor(extract(epoch FROM now()) / :seconds) + 1) * :seconds))
     ON CONFLICT (client, ends_at) DO UPDATE SET calls = l.calls + 1
     RETURNING l.calls, ceil(extract(epoch FROM l.ends_at - now()))::int AS wait`,
    { client, seconds }
  )
  return {
    isAllowed: (row?.calls ?? 0) <= most,
    retryAfterSeconds: Math.max(1, row?.wait ?? seconds),
  }
}

/** Forgets who was counted once the while is over. */
export const dropOldCounts = async (connection: Knex): Promise<void> => {
  await connection.raw("DELETE FROM dk_subject_request_limit WHERE ends_at < now()")
}
