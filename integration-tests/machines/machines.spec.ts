import { writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import type { Knex } from "../../src/shared/postgres"
import { callNets } from "../http/helpers/nets"
import { useStore } from "../http/helpers/store"
import { gather } from "./facts"
import type { Facts } from "./facts"
import { inflict } from "./faults/inflict"
import { printSchedule, scheduleOf } from "./faults/schedule"
import { broken } from "./invariants"
import { startCluster } from "./parts/cluster"
import { quarters, watchMemory } from "./parts/memory"
import { settle } from "./settle"
import { prepare, trade } from "./traffic"
import type { Traffic } from "./traffic"
import { shopAt } from "./traffic/shop"

/** `MACHINES_SEED` has a run again; `npm run test:long` makes it half an hour with a fault every twenty seconds. */
const SEED = Number(process.env.MACHINES_SEED ?? "20261127")
const TRAFFIC_MS = Number(process.env.MACHINES_SECONDS ?? "60") * 1000
const EVERY_MS = Number(process.env.MACHINES_FAULT_EVERY ?? "6") * 1000
const SHOPPERS = 3
const ROUNDS = Math.max(1, Math.round(TRAFFIC_MS / 300_000))
/** Memory is looked at in runs that are long enough to have warmed up. */
const WARM_MS = 15 * 60 * 1000
const MAY_GROW = 1.1
const LIMIT_MS = TRAFFIC_MS + 600_000

jest.setTimeout(LIMIT_MS)

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const figures = (facts: Facts, traffic: Traffic): string =>
  [
    `people ${traffic.people.length.toString()}`,
    `orders ${facts.orders.length.toString()}`,
    `payments at Nets ${facts.nets.length.toString()}`,
    `documents ${facts.numbers.length.toString()}`,
    `erasures done ${facts.erasures.filter(({ status }) => status === "done").length.toString()}`,
    `of ${facts.erasures.length.toString()}`,
    `exports ${facts.exportEvents.toString()}`,
    `notices ${facts.notices.length.toString()}`,
    `mails ${facts.mails.length.toString()}`,
  ].join(", ")

/** What an invariant broke on is written down: the store is gone afterwards. */
const keepBroken = (facts: Facts, traffic: Traffic): void => {
  if (Object.keys(broken(facts)).length === 0) return
  const path = join(tmpdir(), `dk-machines-${SEED.toString()}.json`)
  writeFileSync(path, JSON.stringify({ facts, traffic }, null, 1))
  say(`── facts: ${path}`)
}

describe("a store of two servers and a worker", () => {
  const atEnd: (() => Promise<void>)[] = []

  const open = async () => {
    const cluster = await startCluster()
    atEnd.push(cluster.stop)
    process.env.NETS_URL = cluster.nets.url
    useStore(cluster.store)
    const pool = { min: 0, max: 3 }
    const database: Knex = knex({ client: "pg", connection: cluster.databaseUrl, pool })
    atEnd.unshift(() => database.destroy())
    const shop = shopAt(`http://127.0.0.1:${cluster.front.port.toString()}`, database)
    return { cluster, database, shop, headers: await prepare(shop) }
  }

  afterAll(async () => {
    for (const end of atEnd) await end()
  })

  it("loses nothing and does nothing twice, whatever goes wrong", async () => {
    const { cluster, database, shop, headers } = await open()
    const faults = scheduleOf(SEED, { total: TRAFFIC_MS, every: EVERY_MS })
    say(`── seed ${SEED.toString()}\n${printSchedule(faults)}`)
    await callNets("POST", "/emulator/seed", { seed: SEED })
    const memory = watchMemory(cluster.machines["server-1"])
    const [traffic] = await Promise.all([
      trade(shop, headers, {
        ...{ seed: SEED, shoppers: SHOPPERS, until: Date.now() + TRAFFIC_MS, rounds: ROUNDS },
      }),
      inflict(cluster, faults),
    ])
    const { megabytes } = memory()
    const { failures, replay } = await settle(cluster, shop, headers)
    const facts = await gather(cluster, database, traffic)
    const { early, late } = quarters(megabytes)
    const crashes = Object.values(cluster.machines).flatMap((machine) => machine.crashes())
    say(`── ${figures(facts, traffic)}`)
    say(`── memory of server 1: ${early.toFixed(0)} MB, then ${late.toFixed(0)} MB`)
    say(`── ended by themselves and started again: ${crashes.length.toString()}`)

    // What is not there cannot break.
    expect(facts.orders.length).toBeGreaterThan(3)
    expect(facts.numbers.length).toBeGreaterThan(3)
    expect(facts.erasures.filter(({ status }) => status === "done").length).toBeGreaterThan(0)
    expect(facts.exportEvents).toBeGreaterThan(0)
    expect(facts.notices.length).toBeGreaterThan(0)

    keepBroken(facts, traffic)
    expect({ seed: SEED, broken: broken(facts) }).toEqual({ seed: SEED, broken: {} })
    expect({ seed: SEED, failures, wrong: traffic.wrong }).toEqual({
      ...{ seed: SEED, failures: [], wrong: [] },
    })
    expect(replay.status).toBe("done")
    if (TRAFFIC_MS >= WARM_MS) expect(late).toBeLessThan(early * MAY_GROW)
  })
})
