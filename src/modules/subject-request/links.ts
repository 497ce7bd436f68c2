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

/** Counts a download; false when there were too many, over all servers. */
export const countDownload = async (connection: Knex, id: string): Promise<boolean> => {
  const rows = await selectRows(
    connection,
    `UPDATE dk_subject_request_link SET downloads = downloads + 1, updated_at = now()
      WHERE request_id = ? AND downloads < ? RETURNING request_id`,
    [id, MOST_DOWNLOADS]
  )
  return rows.length > 0
}
