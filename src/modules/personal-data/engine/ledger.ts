import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import { emailDigest, keysOf } from "../domain/ledger-line"
import type { LedgerDigest, LedgerEntry } from "../domain/ledger-line"
import type { Assessment } from "./assess"
import type { ErasureRow } from "./erasure-row"

const TABLE = "dk_personal_data_ledger"

/** Rows from before the column hold no date of their own. */
export const ERASED_BEFORE = "coalesce(l.erased_before, l.created_at)"

type Recorded = Pick<LedgerEntry, "customer_ids" | "order_ids" | "cart_ids" | "digests"> & {
  erased_before: Date
}

type News = Omit<Recorded, "erased_before">

/** A run found something that the ledger does not say yet. */
export class LedgerBehind extends Error {
  override name = "LedgerBehind"
}

const without = (ids: readonly string[], known: readonly string[]): string[] => {
  const isKnown = new Set(known)
  return [...new Set(ids)].filter((id) => !isKnown.has(id))
}

/** Digests of the e-mails, under the current secret, that no row has under any. */
const newDigests = (
  emails: readonly string[],
  secrets: Secrets,
  recorded: readonly LedgerDigest[]
): LedgerDigest[] => {
  const [current, ...previous] = keysOf(secrets)
  const isKnown = new Set(recorded.map(({ digest }) => digest))
  const digests = new Map<string, string[]>(
    emails.map((email) => [
      emailDigest(current, email),
      previous.map((key) => emailDigest(key, email)),
    ])
  )
  return [...digests]
    .filter(([digest, older]) => ![digest, ...older].some((known) => isKnown.has(known)))
    .map(([digest]) => ({ kind: "email", key_id: current.id, digest }))
}

/** Orders that wait stand among the orders, carts that are being bought among the carts. */
const isCart = ({ reason }: { reason: string }): boolean => reason === "payment_in_progress"

/** What the ledger does not say yet of an erasure; null when it says all. */
const findNews = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { keys, blocked }: Pick<Assessment, "keys" | "blocked">,
  secrets: Secrets
): Promise<News | null> => {
  const rows = await selectRows<Recorded>(
    transaction,
    `SELECT l.customer_ids, l.order_ids, l.cart_ids, l.digests, ${ERASED_BEFORE} AS erased_before FROM ${TABLE} l WHERE l.erasure_id = ?`,
    [erasure.id]
  )
  const recorded = (of: (row: Recorded) => readonly string[]) => rows.flatMap((row) => of(row))
  // What waits is erased by a later run of the same erasure.
  const waiting = (carts: boolean) =>
    blocked.filter((row) => isCart(row) === carts).map(({ id }) => id)
  const news = {
    customer_ids: without(
      [...erasure.customer_ids, ...keys.customer],
      recorded((row) => row.customer_ids)
    ),
    order_ids: without(
      [...keys.order, ...waiting(false)],
      recorded((row) => row.order_ids)
    ),
    cart_ids: without(
      [...keys.cart, ...waiting(true)],
      recorded((row) => row.cart_ids)
    ),
    digests: newDigests(
      keys.email,
      secrets,
      rows.flatMap(({ digests }) => digests)
    ),
  }
  const began = erasure.started_at?.getTime() ?? 0
  const isLater = rows.every((row) => row.erased_before.getTime() < began)
  const hasNews = Object.values(news).some((values) => values.length > 0)
  return hasNews || isLater ? news : null
}

/**
 * Writes down what an erasure is about to erase, before it does: after a restored backup it says what to erase again.
 * Rows are never changed, so what came later gets a row of its own; without anything new nothing is written. The
 * caller holds the lock of erasures.
 */
export const recordInLedger = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Pick<Assessment, "keys" | "blocked">,
  secrets: Secrets
): Promise<void> => {
  const news = await findNews(transaction, erasure, facts, secrets)
  if (!news) return
  await transaction(TABLE).insert({
    id: generateEntityId(undefined, "dkledg"),
    erasure_id: erasure.id,
    ...news,
    digests: JSON.stringify(news.digests),
    erased_before: erasure.started_at,
  })
}

/**
 * Lets an erasure go on only when the ledger says all of it, here and, where there is a place outside, there.
 *
 * @throws LedgerBehind
 */
export const requireInLedger = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  facts: Pick<Assessment, "keys" | "blocked">,
  { secrets, sink }: { secrets: Secrets; sink?: unknown }
): Promise<void> => {
  if (await findNews(transaction, erasure, facts, secrets)) throw new LedgerBehind()
  if (sink === undefined) return
  const unsent = await selectRows(
    transaction,
    `SELECT 1 FROM ${TABLE} l WHERE l.erasure_id = ? AND NOT EXISTS (SELECT 1 FROM dk_personal_data_ledger_receipt r WHERE r.id = l.id) LIMIT 1`,
    [erasure.id]
  )
  if (unsent.length > 0) throw new LedgerBehind()
}
