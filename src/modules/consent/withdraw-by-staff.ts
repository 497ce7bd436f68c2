import type { Knex } from "../../shared/postgres"
import { foldConsent } from "./domain/consent-state"
import type { ConsentState } from "./domain/consent-state"
import { factsOf } from "./facts"
import type { EventFact } from "./facts"
import { reachedAsOne } from "./people"
import type { Address } from "./people"
import { say } from "./say"
import { suppress } from "./suppressions"
import type { Keeper } from "./suppressions"
import type { SaidIn } from "./withdraw"

type About = { purpose: string; channel: string }

/** One purpose on one channel, and how it stands. */
export type StatedConsent = About & { state: ConsentState }

/** What was said under each of the asker's keys. */
type Known = Map<string, EventFact[]>

const knownAt = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[]
): Promise<Known> => {
  const people = await reachedAsOne(connection, keeper.controller.id, addresses)
  const keys = [...new Set(people.map(({ subject_key: key }) => key))].sort()
  const facts = await factsOf(connection, keeper.controller.id, keys)
  return new Map(keys.map((key) => [key, facts.filter(({ subject_key: of }) => of === key)]))
}

const aboutsIn = (known: Known): About[] => {
  const abouts = new Map<string, About>()
  for (const { purpose, channel, state } of [...known.values()].flat()) {
    if (channel !== null && state !== "shown")
      abouts.set(`${purpose}:${channel}`, { purpose, channel })
  }
  return [...abouts.values()].sort((a, b) =>
    `${a.purpose}:${a.channel}`.localeCompare(`${b.purpose}:${b.channel}`)
  )
}

const isGiven = (facts: readonly EventFact[], { purpose, channel }: About): boolean =>
  foldConsent(facts, purpose, channel).state === "given"

/** Given as long as one of the keys says so, whatever the others have said since. */
const statedIn = (known: Known): StatedConsent[] =>
  aboutsIn(known).map((about) => {
    const each = [...known.values()]
    const state = each.some((facts) => isGiven(facts, about))
      ? "given"
      : foldConsent(each.flat(), about.purpose, about.channel).state
    return { ...about, state }
  })

/** What the person at some addresses has said, and how it stands now. */
export const aboutsAt = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[]
): Promise<StatedConsent[]> => statedIn(await knownAt(connection, keeper, addresses))

export type Withdrawal = {
  /** Of all when left out. */
  purposes?: readonly string[] | undefined
  place: SaidIn
}

/** Messages of a channel go to one sort of address. */
const isOnChannel = (address: Address, { channel }: About): boolean =>
  channel === ("email" in address ? "email" : "sms")

/**
 * Withdraws what stands given under each key of the person at some addresses, of some purposes or of all. The addresses refuse
 * it from now on, too, so that no list brings it back. The same again changes nothing.
 *
 * @returns what stands withdrawn now
 */
export const withdrawAtAddresses = (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[],
  { purposes, place }: Withdrawal
): Promise<About[]> =>
  connection.transaction(async (transaction) => {
    const isMeant = ({ purpose }: About) => purposes?.includes(purpose) ?? true
    const known = await knownAt(transaction, keeper, addresses)
    const given = statedIn(known).filter((about) => isMeant(about) && about.state === "given")
    for (const [key, facts] of known) {
      for (const { purpose, channel } of given.filter((about) => isGiven(facts, about))) {
        await say(transaction, keeper.controller.id, {
          subject_key: key,
          purpose,
          channel,
          state: "withdrawn",
          source: "asserted",
          place,
          notice: null,
        })
      }
    }
    for (const address of addresses) {
      const text = "email" in address ? address.email : address.phone
      for (const { purpose, channel } of given.filter((about) => isOnChannel(address, about))) {
        await suppress(transaction, keeper, text, { about: { purpose, channel } })
      }
    }
    const after = statedIn(await knownAt(transaction, keeper, addresses))
    return after
      .filter((about) => isMeant(about) && about.state === "withdrawn")
      .map(({ purpose, channel }) => ({ purpose, channel }))
  })
