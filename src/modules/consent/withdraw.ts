import type { Knex } from "../../shared/postgres"
import type { ReadUnsubscription } from "./domain/unsubscribe-token"
import { objectToMarketing } from "./object"
import { addressesOf, reachedByEmail, reachedByKeys, reachedByPhone } from "./people"
import type { Reached } from "./people"
import { say } from "./say"
import { digestsOf, suppressDigest } from "./suppressions"
import type { Keeper } from "./suppressions"

/**
 * Everybody known at the address a link was sent to, as long as its key leads there: an address that has become another's
 * is not that other's to be spoken for.
 */
const peopleOf = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  { subject_key: key, channel, digest }: ReadUnsubscription
): Promise<Reached[]> => {
  const { id: controllerId } = keeper.controller
  const own = await reachedByKeys(transaction, controllerId, [key])
  const address = own[0]?.[channel === "email" ? "email" : "phone"] ?? null
  if (address === null || !digestsOf(keeper, address).includes(digest)) return own
  return channel === "email"
    ? reachedByEmail(transaction, controllerId, address)
    : reachedByPhone(transaction, controllerId, address)
}

const keysOf = (named: ReadUnsubscription, people: readonly Reached[]): string[] =>
  [...new Set([named.subject_key, ...people.map((person) => person.subject_key)])].sort()

/**
 * Ends marketing of one purpose on one channel for the address a link was sent to. The same again changes nothing; works
 * when the person has been erased, and then says nothing of anybody.
 */
export const withdrawByLink = (
  connection: Knex,
  keeper: Keeper,
  named: ReadUnsubscription
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const { purpose, channel } = named
    for (const key of keysOf(named, await peopleOf(transaction, keeper, named))) {
      await say(transaction, keeper.controller.id, {
        subject_key: key,
        purpose,
        channel,
        state: "withdrawn",
        source: "asserted",
        place: "unsubscribe",
        notice: null,
      })
    }
    // The address may have become somebody's whom the key does not know.
    const refusal = { about: { purpose, channel } }
    await suppressDigest(transaction, keeper.controller.id, named, refusal)
  })

/** Ends all marketing for whom a link was sent to, on every channel and for every purpose, also after an erasure. */
export const objectByLink = (
  connection: Knex,
  keeper: Keeper,
  named: ReadUnsubscription
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const people = await peopleOf(transaction, keeper, named)
    await objectToMarketing(transaction, keeper, {
      keys: keysOf(named, people),
      addresses: addressesOf(people),
      place: "unsubscribe",
    })
    await suppressDigest(transaction, keeper.controller.id, named, { about: null })
  })

/** Where a no was said that no page of the shop took: to staff, or in a request that the person proved to be theirs. */
export type SaidIn = "staff" | "request"

/** An objection that was brought by e-mail or by phone in international form. */
export const objectByAddress = (
  connection: Knex,
  keeper: Keeper,
  address: { email: string } | { phone: string },
  place: SaidIn
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const { id: controllerId } = keeper.controller
    const [own, people] =
      "email" in address
        ? [address.email, await reachedByEmail(transaction, controllerId, address.email)]
        : [address.phone, await reachedByPhone(transaction, controllerId, address.phone)]
    await objectToMarketing(transaction, keeper, {
      keys: people.map((person) => person.subject_key),
      addresses: [...new Set([own, ...addressesOf(people)])],
      place,
    })
  })

/** The key a link is made for: one of those known at an address, the same each time. Null for an unknown address. */
export const keyAt = async (
  connection: Knex,
  controllerId: string,
  address: { email: string } | { phone: string }
): Promise<string | null> => {
  const people =
    "email" in address
      ? await reachedByEmail(connection, controllerId, address.email)
      : await reachedByPhone(connection, controllerId, address.phone)
  return people[0]?.subject_key ?? null
}
