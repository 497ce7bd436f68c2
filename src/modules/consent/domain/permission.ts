import { marketingBasis } from "./consent-state"
import type { ConsentFact, MarketingBasis } from "./consent-state"
import { isStopped } from "./stops"
import type { About, Stop } from "./stops"

/** That marketing may go out, and the fact it rests on. */
export type Permission<Fact> = { basis: MarketingBasis; rests_on: Fact }

const latest = <Fact extends ConsentFact>(facts: readonly Fact[]): Fact | null =>
  facts.reduce<Fact | null>(
    (best, fact) =>
      best === null || new Date(fact.occurred_at) >= new Date(best.occurred_at) ? fact : best,
    null
  )

/**
 * Whether marketing of a purpose may go to a channel now, and because of what.
 *
 * @param facts everything known of one address
 */
export const permissionOf = <Fact extends ConsentFact>(
  facts: readonly Fact[],
  purpose: string,
  channel: string
): Permission<Fact> | null => {
  const basis = marketingBasis(facts, purpose, channel)
  if (basis === null) return null
  const state = basis === "consent" ? "given" : "shown"
  const restsOn = latest(
    facts.filter(
      (fact) =>
        fact.purpose === purpose &&
        fact.channel === channel &&
        fact.state === state &&
        fact.source === "asserted" &&
        (state === "given" || fact.soft_opt_in === true)
    )
  )
  return restsOn === null ? null : { basis, rests_on: restsOn }
}

/**
 * On what marketing rests by what somebody said, unless the address they are reached at has said no.
 *
 * @param stops of that address
 */
export const permittedBy = (
  facts: readonly ConsentFact[],
  stops: readonly Stop[],
  { purpose, channel }: About
): MarketingBasis | null => {
  const permission = permissionOf(facts, purpose, channel)
  if (permission === null) return null
  const { basis, rests_on: fact } = permission
  const since = new Date(fact.occurred_at)
  const held = { purpose, channel, basis, since, needsProof: channel === "email" }
  return isStopped(stops, held) ? null : basis
}
