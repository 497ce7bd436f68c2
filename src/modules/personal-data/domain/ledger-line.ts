import { z } from "@medusajs/framework/zod"
import { createToken, verifyToken } from "../../../shared/tokens"
import { lazy } from "../../../shared/lazy"
import type { Secrets } from "../../../shared/tokens"

/** What stands for an e-mail in the ledger: only who has the shop's secret can tell whether it is the same. */
export type LedgerDigest = { kind: "email"; key_id: string; digest: string }

/** What one row of the ledger says: ids, dates and digests, no personal data. */
export type LedgerEntry = {
  id: string
  erasure_id: string
  customer_ids: string[]
  order_ids: string[]
  cart_ids: string[]
  digests: LedgerDigest[]
  /** ISO 8601. Rows made later are somebody's who came back. */
  erased_before: string
  created_at: string
}

/**
 * A line that is not believed: not readable, not made with our secret, with one that is not known any more, or by an
 * installation that is not ours, such as a copy for tests.
 */
export type RefusedLine =
  | { refused: "damaged" }
  | { refused: "forged" }
  | { refused: "unknown_key"; key_id: string }
  | { refused: "other_installation"; installation_id: string }

export type ReadLine = { entry: LedgerEntry } | RefusedLine

const LINE = "personal-data-ledger-line"
const EMAIL = "personal-data-ledger-email"
const VERSION = 1

type Key = Secrets["current"]

/** The keys of a shop, the current first. */
export const keysOf = ({ current, previous }: Secrets): [Key, ...Key[]] => [current, ...previous]

const only = (key: Key): Secrets => ({ current: key, previous: [] })

/** What stands for an e-mail under one key; in any case, with or without spaces around it. */
export const emailDigest = (key: Key, email: string): string =>
  createToken(only(key), EMAIL, email.trim().toLowerCase())

const ids = lazy(() => z.array(z.string().min(1).max(255)))
const moment = lazy(() => z.iso.datetime())

const lineSchema = lazy(() =>
  z.strictObject({
    v: z.literal(VERSION),
    installation_id: z.string().min(1).max(255),
    id: z.string().min(1).max(255),
    erasure_id: z.string().min(1).max(255),
    customer_ids: ids(),
    order_ids: ids(),
    cart_ids: ids(),
    digests: z.array(
      z.strictObject({ kind: z.literal("email"), key_id: z.string(), digest: z.string() })
    ),
    erased_before: moment(),
    created_at: moment(),
    key_id: z.string(),
    mac: z.string(),
  })
)

const entryOf = (entry: LedgerEntry): LedgerEntry => ({
  id: entry.id,
  erasure_id: entry.erasure_id,
  customer_ids: entry.customer_ids,
  order_ids: entry.order_ids,
  cart_ids: entry.cart_ids,
  digests: entry.digests.map(({ kind, key_id, digest }) => ({ kind, key_id, digest })),
  erased_before: entry.erased_before,
  created_at: entry.created_at,
})

/** All of a line that the MAC vouches for, in one order. */
const signed = (entry: LedgerEntry, installationId: string, keyId: string) => ({
  v: VERSION,
  installation_id: installationId,
  ...entryOf(entry),
  key_id: keyId,
})

/** One line of the ledger outside the database: JSON without a line break, with a MAC under the current secret. */
export const writeLine = (
  entry: LedgerEntry,
  { current }: Secrets,
  installationId: string
): string => {
  const body = signed(entry, installationId, current.id)
  return JSON.stringify({ ...body, mac: createToken(only(current), LINE, JSON.stringify(body)) })
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a line, and believes it only when one of the installations wrote it, with one of the shop's secrets, and it was
 * not changed since.
 */
export const readLine = (
  text: string,
  secrets: Secrets,
  installations: readonly string[]
): ReadLine => {
  const parsed = lineSchema().safeParse(parseJson(text))
  if (!parsed.success) return { refused: "damaged" }
  const { key_id: keyId, installation_id: installationId, mac } = parsed.data
  const entry = entryOf(parsed.data)
  const keys = keysOf(secrets).filter(({ id }) => id === keyId)
  if (keys.length === 0) return { refused: "unknown_key", key_id: keyId }
  const body = JSON.stringify(signed(entry, installationId, keyId))
  const isOurs = keys.some((key) => verifyToken(only(key), LINE, body, mac))
  if (!isOurs) return { refused: "forged" }
  return installations.includes(installationId)
    ? { entry }
    : { refused: "other_installation", installation_id: installationId }
}
