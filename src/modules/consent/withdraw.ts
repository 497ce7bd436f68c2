import type { Knex } from "../../shared/postgres"
import type { ReadUnsubscription } from "./domain/unsubscribe-token"
import { objectToMarketing } from "./object"
import { ALL_TEXTS } from "./domain/stops"
import { addressesOf, reachedAsOne, reachedByEmail, reachedByKeys, reachedByPhone } from "./people"
import type { Address, Reached } from "./people"
import { say } from "./say"
import { digestsOf, suppress, suppressDigest } from "./suppressions"
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

/**
 * Ends all marketing for whom a link was sent to, on every channel and for every purpose, also after an erasure. Others who share
 * the phone it was sent to, and have an e-mail, keep that.
 */
export const objectByLink = (
  connection: Knex,
  keeper: Keeper,
  named: ReadUnsubscription
): Promise<void> =>
  connection.transaction(async (transaction) => {
    const isText = named.channel === "sms"
    const people = (await peopleOf(transaction, keeper, named)).filter(
      ({ subject_key: key, email }) => !isText || key === named.subject_key || email === null
    )
    await objectToMarketing(transaction, keeper, {
      keys: keysOf(named, people),
      addresses: addressesOf(people),
      place: "unsubscribe",
    })
    await suppressDigest(transaction, keeper.controller.id, named, {
      about: isText ? ALL_TEXTS : null,
    })
  })

/** Where a no was said that no page of the shop took: to staff, or in a request that the person proved to be theirs. */
export type SaidIn = "staff" | "request"

const objectAs = async (
  transaction: Knex.Transaction,
  keeper: Keeper,
  addresses: readonly Address[],
  place: SaidIn
): Promise<void> => {
  const people = await reachedAsOne(transaction, keeper.controller.id, addresses)
  const named = addresses.map((address) => ("email" in address ? address.email : address.phone))
  await objectToMarketing(transaction, keeper, {
    keys: people.map((person) => person.subject_key),
    addresses: [...new Set([...named, ...addressesOf(people)])],
    place,
  })
}

/** An objection of one person, who has these addresses. Others who share a phone with them are only not sent texts there. */
export const objectAtAddresses = (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[],
  place: SaidIn
): Promise<void> =>
  connection.transaction((transaction) => objectAs(transaction, keeper, addresses, place))

/**
 * An objection that was brought to staff by e-mail or by phone. A number is all that is known of who called: as long as it leads to
 * them nothing goes to their e-mail either, but nothing is written of whoever has one.
 */
export const objectByAddress = (
  connection: Knex,
  keeper: Keeper,
  address: Address
): Promise<void> =>
  connection.transaction(async (transaction) => {
    await objectAs(transaction, keeper, [address], "staff")
    if ("phone" in address) await suppress(transaction, keeper, address.phone, { about: null })
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
