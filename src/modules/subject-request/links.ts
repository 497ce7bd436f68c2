import { randomBytes } from "node:crypto"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import { readRequest } from "./requests"
import type { KnownRequest } from "./requests"

/** How often what is held is downloaded with one request. */
export const MOST_DOWNLOADS = 5

/** As long as it is known whose request it was. */
export const DAYS_AFTER_END = 30

const IN_FORCE = `l.request_id = :id AND l.token_hash = :hash AND (r.ended_at IS NULL OR r.ended_at > now() - make_interval(days => ${DAYS_AFTER_END.toString()}))`

const FROM = `FROM dk_subject_request_link l JOIN dk_subject_request r ON r.id = l.request_id AND r.deleted_at IS NULL`

/**
 * Gives out the token with which a person follows their request; one before it works no more. Only its SHA-256 is stored.
 */
export const issueFollowToken = async (
  transaction: Knex.Transaction,
  requestId: string
): Promise<string> => {
  const token = randomBytes(32).toString("hex")
  await transaction.raw(
    `INSERT INTO dk_subject_request_link (request_id, token_hash) VALUES (?, ?)
     ON CONFLICT (request_id) DO UPDATE SET token_hash = excluded.token_hash, updated_at = now()`,
    [requestId, sha256(token)]
  )
  return token
}

export type Followed = { known: KnownRequest; downloads: number }

/** The request of a token; null for one that was not made for it, was replaced or is too old. */
export const findFollowed = async (
  connection: Knex,
  id: string,
  token: string
): Promise<Followed | null> => {
  const [row] = await selectRows<{ downloads: number }>(
    connection,
    `SELECT l.downloads ${FROM} WHERE ${IN_FORCE}`,
    { id, hash: sha256(token) }
  )
  return row ? { known: await readRequest(connection, id), downloads: row.downloads } : null
}

/** The request of an account and how often it was downloaded; null for one that is another's or nobody's. */
export const findOwn = async (
  connection: Knex,
  id: string,
  customerId: string
): Promise<Followed | null> => {
  const [row] = await selectRows<{ downloads: number }>(
    connection,
    `SELECT coalesce(l.downloads, 0) AS downloads
       FROM dk_subject_request r LEFT JOIN dk_subject_request_link l ON l.request_id = r.id
      WHERE r.id = ? AND r.customer_id = ? AND r.deleted_at IS NULL`,
    [id, customerId]
  )
  return row ? { known: await readRequest(connection, id), downloads: row.downloads } : null
}

/** The ids of the requests of an account, the latest first. */
export const findIdsOfOwn = async (connection: Knex, customerId: string): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM dk_subject_request WHERE customer_id = ? AND deleted_at IS NULL
      ORDER BY received_on DESC, created_at DESC LIMIT 100`,
    [customerId]
  )
  return rows.map(({ id }) => id)
}

/** Counts a download; false when there were too many, over all servers. Of an account it is the first that makes the row. */
export const countDownload = async (connection: Knex, id: string): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    `INSERT INTO dk_subject_request_link AS l (request_id, downloads) VALUES (?, 1)
     ON CONFLICT (request_id) DO UPDATE SET downloads = l.downloads + 1, updated_at = now()
       WHERE l.downloads < ? RETURNING request_id`,
    [id, MOST_DOWNLOADS]
  )
  return rows.length > 0
}
