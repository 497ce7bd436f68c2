import { existsSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { knex } from "@medusajs/framework/mikro-orm/knex"
import type { Knex } from "../../src/shared/postgres"
import { callNets } from "../http/helpers/nets"
import type { Headers } from "../http/helpers/shop"
import { useStore } from "../http/helpers/store"
import type { Suite } from "../http/helpers/suite"
import { gather } from "./facts"
import type { Facts } from "./facts"
import { inflict } from "./faults/inflict"
import { printFault, scheduleOf } from "./faults/schedule"
import { broken } from "./invariants"
import { leftovers } from "./invariants/evidence"
import { startCluster } from "./parts/cluster"
import type { Cluster } from "./parts/cluster"
import { quarters, watchMemory } from "./parts/memory"
import { settle } from "./settle"
import { tellStory } from "./story"
import { prepare, trade } from "./traffic"
import type { Traffic } from "./traffic"
import { shopAt } from "./traffic/shop"

/** `MACHINES_SEED` has a run again; `npm run test:long` makes it half an hour with a fault every twenty seconds. */
const SEED = Number(process.env.MACHINES_SEED ?? "20261127")
const TRAFFIC_MS = Number(process.env.MACHINES_SECONDS ?? "56") * 1000
const EVERY_MS = Number(process.env.MACHINES_FAULT_EVERY ?? "4") * 1000
const SHOPPERS = 3
const ROUNDS = Math.max(1, Math.round(TRAFFIC_MS / 300_000))
/** Memory is looked at in runs that are long enough to have warmed up. */
const WARM_MS = 15 * 60 * 1000
const MAY_GROW = 1.1

/** An hour for half an hour of traffic. */
jest.setTimeout(TRAFFIC_MS * 1.5 + 900_000)

const found = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)))

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const timed = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
  const started = Date.now()
  const value = await act()
  say(`── ${what} in ${((Date.now() - started) / 1000).toFixed(0)} s`)
  return value
}

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

/** Said by Knex about each connection that a fault broke. */
const SILENT = { warn: () => undefined, error: () => undefined, debug: () => undefined }

const several = found("redis-server") ? describe : describe.skip

several("a store of two servers and a worker", () => {
  const atEnd: (() => Promise<void>)[] = []
  let cluster: Cluster
  let database: Knex
  let shop: Suite
  let headers: Headers

  beforeAll(async () => {
    cluster = await startCluster()
    atEnd.push(cluster.stop)
    process.env.NETS_URL = cluster.nets.url
    useStore(cluster.store)
    const pool = { min: 0, max: 3 }
    database = knex({ client: "pg", connection: cluster.databaseUrl, pool, log: SILENT })
    atEnd.unshift(() => database.destroy())
    shop = shopAt(cluster.front.port, database)
    headers = await prepare(shop)
  })

  afterAll(async () => {
    for (const end of atEnd) await end()
  })

  it("sells, invoices, exports and erases with all its machines", () =>
    tellStory(cluster, database, headers))

  it("loses nothing and does nothing twice, whatever goes wrong", async () => {
    const faults = scheduleOf(SEED, { total: TRAFFIC_MS, every: EVERY_MS })
    say(`── seed ${SEED.toString()}, ${faults.length.toString()} faults`)
    await callNets("POST", "/emulator/seed", { seed: SEED })
    const memory = watchMemory(cluster.machines["server-1"])
    let areHealed = false
    const goWrong = async () => {
      await inflict(cluster, faults, (fault) => {
        say(printFault(fault))
      })
      areHealed = true
    }
    const [traffic] = await Promise.all([
      trade(shop, headers, {
        ...{ seed: SEED, shoppers: SHOPPERS, total: TRAFFIC_MS, rounds: ROUNDS },
        mayEnd: () => areHealed,
      }),
      goWrong(),
    ])
    const { early, late } = quarters(memory().megabytes)
    say(`── memory of server 1: ${early.toFixed(0)} MB, then ${late.toFixed(0)} MB`)
    const erasures = traffic.people.flatMap(({ erasureIds }) => erasureIds).length
    const { failures, replay } = await timed("came to rest", () =>
      settle(cluster, shop, { headers, erasures })
    )
    const facts = await timed("facts gathered", () => gather(cluster, database, traffic))
    const crashes = Object.values(cluster.machines).flatMap((machine) => machine.crashes())
    say(`── ${figures(facts, traffic)}`)
    say(`── orders left without a cart: ${leftovers(facts).length.toString()}`)
    say(`── ended by themselves and started again: ${crashes.length.toString()}`)
    for (const said of crashes) say(said.slice(-1_000))

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
    expect(replay?.status).toBe("done")
    if (TRAFFIC_MS >= WARM_MS) expect(late).toBeLessThan(early * MAY_GROW)
  })
})
