import { generateEntityId } from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { tokensOf } from "../../shared/tokens"
import type { CommonSettings } from "../../shared/options"
import { ALL_TEXTS, exceptionOf, isObjection } from "./domain/stops"
import type { About, Stop } from "./domain/stops"

/** Whose list it is, and what its digests are made with. */
export type Keeper = Pick<CommonSettings, "controller" | "secrets">

const PURPOSE = "consent-suppression"

/**
 * What stands for an address on the list of those who said no, under every secret of the shop, the current first. A keyed
 * digest is used for nothing else.
 *
 * @param address an e-mail, or a phone number in international form
 */
export const digestsOf = (
  { controller, secrets }: Keeper,
  address: string
): [string, ...string[]] =>
  tokensOf(secrets, PURPOSE, `${controller.id}\n${address.trim().toLowerCase()}`)

/** A no to everything (`about` null), to all texts, or to one purpose on one channel. */
export type Refusal = { about: About | null; at?: Date | string }

/** Puts an address on the list of which only the digest is known, and the secret it was made with. */
export const suppressDigest = async (
  connection: Knex,
  controllerId: string,
  { digest, key_id: keyId }: { digest: string; key_id: string },
  { about, at }: Refusal
): Promise<void> => {
  await connection.raw(
    `INSERT INTO dk_consent_suppression AS s (id, controller_id, digest, key_id, purpose, channel, stopped_at)
     VALUES (?, ?, ?, ?, ?, ?, coalesce(?::timestamptz, clock_timestamp()))
     ON CONFLICT (controller_id, digest, coalesce(purpose, ''), coalesce(channel, ''))
       DO UPDATE SET stopped_at = GREATEST(s.stopped_at, EXCLUDED.stopped_at), except_for = '{}', updated_at = now()`,
    [
      generateEntityId("", "dkcsup"),
      controllerId,
      digest,
      keyId,
      about?.purpose ?? null,
      about?.channel ?? null,
      at ?? null,
    ]
  )
}

/** Puts an address on the list; an objection said again takes back what was consented to since the first. */
export const suppress = async (
  connection: Knex,
  { controller, secrets }: Keeper,
  address: string,
  refusal: Refusal
): Promise<void> => {
  const [digest] = digestsOf({ controller, secrets }, address)
  const known = { digest, key_id: secrets.current.id }
  await suppressDigest(connection, controller.id, known, refusal)
}

/** How many addresses object. */
export const countSuppressed = async (connection: Knex, controllerId: string): Promise<number> => {
  const [row] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(DISTINCT digest)::int AS count FROM dk_consent_suppression
      WHERE controller_id = ? AND (purpose IS NULL OR purpose = ?)`,
    [controllerId, ALL_TEXTS.purpose]
  )
  return row?.count ?? 0
}

type Row = {
  digest: string
  purpose: string | null
  channel: string | null
  stopped_at: Date
  except_for: string[]
}

/** What some addresses have said no to; those that said nothing are left out. */
export const findStops = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly string[]
): Promise<Map<string, Stop[]>> => {
  const byDigest = new Map(
    addresses.flatMap((address) => digestsOf(keeper, address).map((digest) => [digest, address]))
  )
  const rows = await selectRows<Row>(
    connection,
    `SELECT digest, purpose, channel, stopped_at, except_for FROM dk_consent_suppression
     WHERE controller_id = ? AND digest = ANY(?)`,
    [keeper.controller.id, [...byDigest.keys()]]
  )
  const stops = new Map<string, Stop[]>()
  for (const { digest, purpose, channel, ...stop } of rows) {
    const address = byDigest.get(digest)
    if (address === undefined) continue
    const about = purpose === null || channel === null ? null : { purpose, channel }
    stops.set(address, [...(stops.get(address) ?? []), { ...stop, about }])
  }
  return stops
}

/** Those of some addresses that object to marketing, or, told what for, have not consented to that since. */
export const findSuppressed = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly string[],
  marketing?: About
): Promise<Set<string>> => {
  const stops = await findStops(connection, keeper, addresses)
  const objects = (known: readonly Stop[]): boolean =>
    known.some(
      ({ about, except_for: except }) =>
        isObjection(about) && !(marketing && except.includes(exceptionOf(marketing)))
    )
  return new Set([...stops].flatMap(([address, known]) => (objects(known) ? [address] : [])))
}

/** Lets one purpose and channel through the objections of some addresses: only when their owner has proved to want it. */
export const liftSuppression = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly string[],
  marketing: About
): Promise<void> => {
  await connection.raw(
    `UPDATE dk_consent_suppression SET except_for = array_append(array_remove(except_for, :one), :one), updated_at = now()
     WHERE controller_id = :controller AND digest = ANY(:digests) AND purpose IS NULL`,
    {
      one: exceptionOf(marketing),
      controller: keeper.controller.id,
      digests: addresses.flatMap((address) => digestsOf(keeper, address)),
    }
  )
}

/** How many entries were made with a secret that the shop no longer has: nobody can tell whose they are. */
export const countLost = async (
  connection: Knex,
  { controller, secrets }: Keeper
): Promise<number> => {
  const known = [secrets.current, ...secrets.previous].map(({ id }) => id)
  const [row] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count FROM dk_consent_suppression WHERE controller_id = ? AND key_id <> ALL(?)`,
    [controller.id, known]
  )
  return row?.count ?? 0
}

/** Throws while objections are there that cannot be read: nobody is marketed to on a guess. */
export const requireReadable = async (connection: Knex, keeper: Keeper): Promise<void> => {
  if ((await countLost(connection, keeper)) === 0) return
  throw unexpected(
    "Objections were stored with a secret that is no longer among the option secrets.previous. Put it back."
  )
}
