import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { tokensOf } from "../../shared/tokens"
import type { CommonSettings } from "../../shared/options"

type Keeper = Pick<CommonSettings, "controller" | "secrets">

const PURPOSE = "consent-suppression"

/**
 * What stands for an address on the list of those who object, under every secret of the shop, the current first. A keyed
 * digest is used for nothing else.
 *
 * @param address an e-mail, or a phone number in international form
 */
const digestsOf = ({ controller, secrets }: Keeper, address: string): [string, ...string[]] =>
  tokensOf(secrets, PURPOSE, `${controller.id}\n${address.trim().toLowerCase()}`)

/** Puts an address on the list; the same again changes nothing. */
export const suppress = async (
  connection: Knex,
  keeper: Keeper,
  address: string
): Promise<void> => {
  const [digest] = digestsOf(keeper, address)
  await connection.raw(
    `INSERT INTO dk_consent_suppression (id, controller_id, digest, key_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (controller_id, digest) DO NOTHING`,
    [generateEntityId("", "dkcsup"), keeper.controller.id, digest, keeper.secrets.current.id]
  )
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
