import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import { emailDigest, keysOf } from "../domain/ledger-line"
import { ERASED_BEFORE } from "./ledger"

const plain = (email: string): string => email.trim().toLowerCase()

/**
 * Those of some e-mails whose person was erased and has not come back by themselves: an import must leave them out.
 * For imports only; who registers, buys or signs up decides that themselves.
 *
 * @returns the e-mails in lower case
 */
export const findErased = async (
  connection: Knex,
  secrets: Secrets,
  emails: readonly string[]
): Promise<Set<string>> => {
  const byDigest = new Map(
    emails.flatMap((email) =>
      keysOf(secrets).map((key): [string, string] => [emailDigest(key, email), plain(email)])
    )
  )
  const digests = [...byDigest.keys()]
  const rows = await selectRows<{ digest: string; before: Date }>(
    connection,
    `SELECT d->>'digest' AS digest, max(${ERASED_BEFORE}) AS before
       FROM dk_personal_data_ledger l, jsonb_array_elements(l.digests) AS d
      WHERE d->>'kind' = 'email' AND d->>'digest' = ANY(?) GROUP BY 1`,
    [digests]
  )
  const erased = rows.map(({ digest, before }) => ({ email: byDigest.get(digest) ?? "", before }))
  const back = await selectRows<{ email: string }>(
    connection,
    `SELECT e.email FROM unnest(?::text[], ?::timestamptz[]) AS e(email, before)
      WHERE EXISTS (SELECT 1 FROM customer c WHERE lower(c.email) = e.email AND c.deleted_at IS NULL AND c.created_at > e.before)`,
    [erased.map(({ email }) => email), erased.map(({ before }) => before.toISOString())]
  )
  const isBack = new Set(back.map(({ email }) => email))
  return new Set(erased.flatMap(({ email }) => (isBack.has(email) ? [] : [email])))
}
