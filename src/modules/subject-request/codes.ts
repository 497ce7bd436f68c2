import { randomInt } from "node:crypto"
import { invalidField } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { createToken, verifyToken } from "../../shared/tokens"
import type { Secrets } from "../../shared/tokens"
import { actOnRequest, readRequest, refuseUnlessPossible } from "./requests"
import type { KnownRequest } from "./requests"

const PURPOSE = "subject-request-code"

const DIGITS = 8
const MINUTES = 30
const MOST_TRIES = 5

const named = (requestId: string, code: string): string => `${requestId}\n${code}`

export type SpokenCode = { code: string; expires_at: Date }

/**
 * Makes the code a person is told where they are known to be reached, and reads back: eight digits, for half an hour and five
 * tries. One before it works no more. Only a keyed digest is stored.
 *
 * @throws not_found; conflict with the word of `whyNot` when identity is not in question
 */
export const makeCode = (
  connection: Knex,
  secrets: Secrets,
  requestId: string
): Promise<SpokenCode> =>
  connection.transaction(async (transaction) => {
    const { folded } = await readRequest(transaction, requestId)
    refuseUnlessPossible(folded, "identity_confirmed")
    const code = randomInt(10 ** DIGITS)
      .toString()
      .padStart(DIGITS, "0")
    const [row] = await selectRows<{ expires_at: Date }>(
      transaction,
      `INSERT INTO dk_subject_request_code (request_id, digest, expires_at)
       VALUES (:id, :digest, now() + make_interval(mins => :minutes))
       ON CONFLICT (request_id) DO UPDATE SET digest = excluded.digest, tries = 0, expires_at = excluded.expires_at, updated_at = now()
       RETURNING expires_at`,
      {
        id: requestId,
        digest: createToken(secrets, PURPOSE, named(requestId, code)),
        minutes: MINUTES,
      }
    )
    return { code, expires_at: row?.expires_at ?? new Date() }
  })

/** Counts a try, before it is judged; null when there is no code that can be tried. */
const takeTry = async (connection: Knex, requestId: string): Promise<string | null> => {
  const [row] = await selectRows<{ digest: string }>(
    connection,
    `UPDATE dk_subject_request_code SET tries = tries + 1, updated_at = now()
      WHERE request_id = ? AND tries < ? AND expires_at > now() RETURNING digest`,
    [requestId, MOST_TRIES]
  )
  return row?.digest ?? null
}

type Said = { id: string; code: string; actor: string; now: Date }

/**
 * The person said the code, once.
 *
 * @throws not_found; conflict with the word of `whyNot`; invalid_data `code`, the same for a wrong, used and old one
 */
export const confirmByCode = async (
  connection: Knex,
  secrets: Secrets,
  { id, code, actor, now }: Said
): Promise<KnownRequest> => {
  const { folded } = await readRequest(connection, id)
  refuseUnlessPossible(folded, "identity_confirmed")
  const wrong = () => invalidField("code", "wrong", "is not the code, or works no more.")
  const stored = await takeTry(connection, id)
  if (stored === null || !verifyToken(secrets, PURPOSE, named(id, code), stored)) throw wrong()
  return connection.transaction(async (transaction) => {
    const used = await selectRows(
      transaction,
      "DELETE FROM dk_subject_request_code WHERE request_id = ? AND digest = ? RETURNING request_id",
      [id, stored]
    )
    if (used.length === 0) throw wrong()
    const event = { type: "identity_confirmed", proof: "spoken_code" } as const
    return actOnRequest(transaction, id, { event, actor, now })
  })
}
