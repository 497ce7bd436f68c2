import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { tokensOf } from "../../shared/tokens"
import type { CommonSettings } from "../../shared/options"

/** Whose list it is, and what its digests are made with. */
export type Keeper = Pick<CommonSettings, "controller" | "secrets">

const PURPOSE = "consent-suppression"

/**
 * What stands for an address on the list of those who object, under every secret of the shop, the current first. A keyed
 * digest is used for nothing else.
 *
 * @param address an e-mail, or a phone number in international form
 */
export const digestsOf = (
  { controller, secrets }: Keeper,
  address: string
): [string, ...string[]] =>
  tokensOf(secrets, PURPOSE, `${controller.id}\n${address.trim().toLowerCase()}`)

/** Puts an address on the list of which only the digest is known, and the secret it was made with. */
export const suppressDigest = async (
  connection: Knex,
  controllerId: string,
  digest: string,
  keyId: string
): Promise<void> => {
  await connection.raw(
    `INSERT INTO dk_consent_suppression (id, controller_id, digest, key_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (controller_id, digest) DO NOTHING`,
    [generateEntityId("", "dkcsup"), controllerId, digest, keyId]
  )
}

/** Puts an address on the list; the same again changes nothing. */
export const suppress = async (
  connection: Knex,
  { controller, secrets }: Keeper,
  address: string
): Promise<void> => {
  const [digest] = digestsOf({ controller, secrets }, address)
  await suppressDigest(connection, controller.id, digest, secrets.current.id)
}

/** How many entries the list has. */
export const countSuppressed = async (connection: Knex, controllerId: string): Promise<number> => {
  const [row] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count FROM dk_consent_suppression WHERE controller_id = ?`,
    [controllerId]
  )
  return row?.count ?? 0
}

/** Those of some addresses that are on the list. */
export const findSuppressed = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly string[]
): Promise<Set<string>> => {
  const byDigest = new Map(
    addresses.flatMap((address) => digestsOf(keeper, address).map((digest) => [digest, address]))
  )
  const rows = await selectRows<{ digest: string }>(
    connection,
    `SELECT digest FROM dk_consent_suppression WHERE controller_id = ? AND digest = ANY(?)`,
    [keeper.controller.id, [...byDigest.keys()]]
  )
  return new Set(rows.flatMap(({ digest }) => byDigest.get(digest) ?? []))
}

/** Takes an address off the list: only when its owner has proved to want marketing again. */
export const liftSuppression = async (
  connection: Knex,
  keeper: Keeper,
  address: string
): Promise<void> => {
  await connection.raw(
    `DELETE FROM dk_consent_suppression WHERE controller_id = ? AND digest = ANY(?)`,
    [keeper.controller.id, digestsOf(keeper, address)]
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
