import type { Knex } from "../../shared/postgres"
import { foldConsent } from "./domain/consent-state"
import type { ConsentState } from "./domain/consent-state"
import { factsOf } from "./facts"
import type { EventFact } from "./facts"
import { reachedByEmail, reachedByPhone } from "./people"
import { say } from "./say"
import { suppress } from "./suppressions"
import type { Keeper } from "./suppressions"

type Address = { email: string } | { phone: string }

/** One purpose on one channel, and how it stands. */
export type StatedConsent = { purpose: string; channel: string; state: ConsentState }

type Known = { keys: string[]; facts: EventFact[] }

const knownAt = async (
  connection: Knex,
  { controller }: Keeper,
  addresses: readonly Address[]
): Promise<Known> => {
  const keys = new Set<string>()
  for (const address of addresses) {
    const people =
      "email" in address
        ? await reachedByEmail(connection, controller.id, address.email)
        : await reachedByPhone(connection, controller.id, address.phone)
    for (const { subject_key: key } of people) keys.add(key)
  }
  const sorted = [...keys].sort()
  return { keys: sorted, facts: await factsOf(connection, controller.id, sorted) }
}

const statedIn = (facts: readonly EventFact[]): StatedConsent[] => {
  const abouts = new Map<string, { purpose: string; channel: string }>()
  for (const { purpose, channel, state } of facts) {
    if (channel !== null && state !== "shown")
      abouts.set(`${purpose}:${channel}`, { purpose, channel })
  }
  return [...abouts.values()]
    .map(({ purpose, channel }) => ({
      purpose,
      channel,
      state: foldConsent(facts, purpose, channel).state,
    }))
    .sort((a, b) => `${a.purpose}:${a.channel}`.localeCompare(`${b.purpose}:${b.channel}`))
}

/** What the people at some addresses have said, and how it stands now. */
export const aboutsAt = async (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[]
): Promise<StatedConsent[]> => statedIn((await knownAt(connection, keeper, addresses)).facts)

/**
 * Withdraws what stands given at some addresses, of some purposes or of all. The addresses refuse it from now on, too, so that
 * no list brings it back. The same again changes nothing.
 *
 * @returns what stands withdrawn now
 */
export const withdrawAtAddresses = (
  connection: Knex,
  keeper: Keeper,
  addresses: readonly Address[],
  purposes?: readonly string[]
): Promise<{ purpose: string; channel: string }[]> =>
  connection.transaction(async (transaction) => {
    const isMeant = ({ purpose }: StatedConsent) => purposes?.includes(purpose) ?? true
    const { keys, facts } = await knownAt(transaction, keeper, addresses)
    const given = statedIn(facts).filter((about) => isMeant(about) && about.state === "given")
    for (const key of keys) {
      const own = facts.filter(({ subject_key: of }) => of === key)
      for (const { purpose, channel } of given) {
        if (foldConsent(own, purpose, channel).state !== "given") continue
        await say(transaction, keeper.controller.id, {
          subject_key: key,
          purpose,
          channel,
          state: "withdrawn",
          source: "asserted",
          place: "staff",
          notice: null,
        })
      }
    }
    for (const address of addresses) {
      const text = "email" in address ? address.email : address.phone
      for (const { purpose, channel } of given) {
        await suppress(transaction, keeper, text, { about: { purpose, channel } })
      }
    }
    const after = statedIn((await knownAt(transaction, keeper, addresses)).facts)
    return after
      .filter((about) => isMeant(about) && about.state === "withdrawn")
      .map(({ purpose, channel }) => ({ purpose, channel }))
  })
