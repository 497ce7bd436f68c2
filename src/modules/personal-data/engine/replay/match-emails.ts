import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { Secrets } from "../../../../shared/tokens"
import { emailDigest, keysOf } from "../../domain/ledger-line"
import { isErasedAddress } from "../../domain/erased-address"
import { ERASED_BEFORE } from "../ledger"
import { emailSources } from "./email-sources"
import type { EmailSource } from "./email-sources"
import type { IsOver, ReplayReport } from "./report"

type Connection = Knex | Knex.Transaction

const BATCH = 5000

type Known = { erasure_id: string; before: Date }

type Digests = { of: Map<string, Known[]>; keys: Secrets["previous"]; latest: Date | null }

/** The digests of the ledger that can be read, and those keys of the shop that they were made with. */
const readDigests = async (
  connection: Connection,
  secrets: Secrets,
  report: Pick<ReplayReport, "unreadable_digests">
): Promise<Digests> => {
  const rows = await selectRows<{
    erasure_id: string
    digest: string
    key_id: string
    before: Date
  }>(
    connection,
    `SELECT l.erasure_id, d->>'digest' AS digest, d->>'key_id' AS key_id, max(${ERASED_BEFORE}) AS before
       FROM dk_personal_data_ledger l, jsonb_array_elements(l.digests) AS d WHERE d->>'kind' = 'email' GROUP BY 1, 2, 3`
  )
  const used = new Set(rows.map(({ key_id: id }) => id))
  const keys = keysOf(secrets).filter(({ id }) => used.has(id))
  const readable = new Set(keys.map(({ id }) => id))
  const digests: Digests = { of: new Map(), keys, latest: null }
  for (const { digest, key_id: keyId, ...known } of rows) {
    if (!readable.has(keyId)) {
      report.unreadable_digests[keyId] = (report.unreadable_digests[keyId] ?? 0) + 1
      continue
    }
    digests.of.set(digest, [...(digests.of.get(digest) ?? []), known])
    if (!digests.latest || known.before > digests.latest) digests.latest = known.before
  }
  return digests
}

type Found = { id: string | null; email: string; created_at: Date }

const nextRows = (
  connection: Connection,
  { table, address, hasTextId }: EmailSource,
  { after, latest }: { after: string; latest: Date }
): Promise<Found[]> =>
  selectRows<Found>(
    connection,
    hasTextId
      ? `SELECT t.id::text AS id, lower(${address}) AS email, t.created_at FROM "${table}" AS t
          WHERE t.id > ? AND ${address} LIKE '%@%' AND t.created_at <= ? ORDER BY t.id LIMIT ${BATCH.toString()}`
      : `SELECT NULL AS id, lower(${address}) AS email, min(t.created_at) AS created_at FROM "${table}" AS t
          WHERE ${address} LIKE '%@%' AND t.created_at <= ? GROUP BY 2`,
    hasTextId ? [after, latest] : [latest]
  )

/**
 * Which addresses of this database are those of erased people, by erasure: every address that is older than some erasure
 * is digested and compared. The ledger itself names no address.
 *
 * @param isOver ends it early, which the report says
 */
export const matchEmails = async (
  connection: Connection,
  secrets: Secrets,
  report: Pick<ReplayReport, "unreadable_digests" | "is_whole">,
  isOver: IsOver = () => false
): Promise<Map<string, Set<string>>> => {
  const { of, keys, latest } = await readDigests(connection, secrets, report)
  const matched = new Map<string, Set<string>>()
  if (!latest) return matched
  const note = ({ email, created_at: createdAt }: Found): void => {
    const known = keys.flatMap((key) => of.get(emailDigest(key, email)) ?? [])
    for (const { erasure_id: id, before } of known) {
      if (createdAt <= before) matched.set(id, (matched.get(id) ?? new Set<string>()).add(email))
    }
  }
  for (const source of await emailSources(connection)) {
    for (let after: string | null = ""; after !== null;) {
      if (isOver()) {
        report.is_whole = false
        return matched
      }
      const rows = await nextRows(connection, source, { after, latest })
      for (const row of rows) if (!isErasedAddress(row.email)) note(row)
      after = rows.at(-1)?.id ?? null
    }
  }
  return matched
}
