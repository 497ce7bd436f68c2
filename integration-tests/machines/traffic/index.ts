import { publishText } from "../../http/helpers/consents"
import { goLive } from "../../http/helpers/deliveries"
import { chances } from "../../http/helpers/chances"
import { staff } from "../../http/helpers/shop"
import type { Headers } from "../../http/helpers/shop"
import { unguarded } from "../../http/helpers/subject-requests"
import type { Suite } from "../../http/helpers/suite"
import { erase, exportOf, handle, visit } from "./journeys"
import { ACTS, OFFICE } from "./office"
import { personOf } from "./person"
import type { Person } from "./person"
import { persist } from "./shop"

export type Traffic = {
  people: Person[]
  /** What went wrong in a way that no fault explains. */
  wrong: string[]
}

type Plan = {
  seed: number
  shoppers: number
  /** How long new people come, in milliseconds; then for as long as it `mayEnd` not. */
  total: number
  mayEnd: () => boolean
  /** How often staff does each of its things about everybody. */
  rounds: number
}

/**
 * The store has been open for a day when people come. Its orders are dated by the clocks of its servers, and one that is behind
 * must not date them before the numbers and the texts began; no way of the plugin moves either into the past.
 */
const OPEN_SINCE = [
  "UPDATE dk_invoice_series SET starts_at = starts_at - interval '1 day'",
  `UPDATE dk_consent_notice SET published_at = published_at - interval '1 day', effective_from = effective_from - interval '1 day'
    WHERE published_at IS NOT NULL`,
]

/** The staff's own notice is published, so that what they read is logged, and the series of valid numbers is open. */
export const prepare = async (shop: Suite): Promise<Headers> => {
  const headers = await staff(shop)
  await goLive(shop, headers)
  const drafted = await shop.call<{ notice: { id: string } }>("POST", "/admin/privacy/notices", {
    headers,
    body: { kind: "staff", locale: "da", body: "Vi logger, hvem der slår kunder op." },
  })
  const path = `/admin/privacy/notices/${drafted.body.notice.id}/publish`
  await shop.call("POST", path, { headers, body: {} })
  await publishText(shop)
  for (const sql of OPEN_SINCE) await unguarded(shop, sql)
  return headers
}

/** Lets shoppers come one after the other, several at once, each drawn from the seed. */
export const trade = async (shop: Suite, headers: Headers, plan: Plan): Promise<Traffic> => {
  const traffic: Traffic = { people: [], wrong: [] }
  const started = Date.now()
  const isOver = () => Date.now() >= started + plan.total && plan.mayEnd()
  let next = 0
  const live = async (person: Person, chance: () => number): Promise<void> => {
    const with_ = { shop, headers, chance }
    await visit(with_, person)
    await handle(with_, person)
    if (chance() < 0.3) await exportOf(with_, person)
    if (person.erase) await erase(with_, person)
  }
  const shopper = async (): Promise<void> => {
    while (!isOver()) {
      next += 1
      const chance = chances(plan.seed + next * 7919)
      const person = personOf(plan.seed, next, chance)
      traffic.people.push(person)
      await live(person, chance).catch((error: unknown) => {
        traffic.wrong.push(`${person.kind}: ${String(error).slice(0, 300)}`)
      })
    }
  }
  const office = async (): Promise<void> => {
    const acts = Array.from({ length: plan.rounds }, () => OFFICE).flat()
    for (const [at, name] of acts.entries()) {
      const due = started + (plan.total * (at + 1)) / (acts.length + 1)
      await new Promise((resolve) => setTimeout(resolve, due - Date.now()))
      const begun = persist(() => ACTS[name](shop, headers))
      await begun.catch((error: unknown) => {
        traffic.wrong.push(`${name}: ${String(error).slice(0, 300)}`)
      })
    }
  }
  await Promise.all([office(), ...Array.from({ length: plan.shoppers }, shopper)])
  return traffic
}
