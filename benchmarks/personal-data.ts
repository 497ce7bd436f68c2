/**
 * Export and erasure of a person at size, as ratios within one run.
 *
 *   node -r ts-node/register benchmarks/personal-data.ts [small|middle|full]
 *
 * With DATABASE_URL the databases `dk_bench_<orders>` are made on that server, or used when they are there.
 */
import { copyAll, copyStatements } from "./lib/copy"
import { openCluster, withClient } from "./lib/database"
import type { Cluster } from "./lib/database"
import { pageThroughAdmin } from "./lib/admin-paging"
import { download, memoryGrowth } from "./lib/exports"
import type { Format } from "./lib/exports"
import { median, medianOf, printTable, ratio, timeOf } from "./lib/measure"
import type { Result } from "./lib/measure"
import type { Size } from "./lib/multiply"
import { findPeople } from "./lib/people"
import { seedShop } from "./lib/seed"
import { startStore } from "./lib/store-process"
import type { Store } from "./lib/store-process"
import { createStatement, HELPER_INDEXES } from "../src/modules/personal-data/domain/helper-indexes"

type Pair = { few: Size; many: Size }

const SIZES: Record<string, Pair> = {
  small: {
    few: { orders: 2_000, largest: 200, middling: 20 },
    many: { orders: 10_000, largest: 1_000, middling: 100 },
  },
  middle: {
    few: { orders: 10_000, largest: 1_000, middling: 100 },
    many: { orders: 100_000, largest: 10_000, middling: 1_000 },
  },
  full: {
    few: { orders: 10_000, largest: 1_000, middling: 100 },
    many: { orders: 1_000_000, largest: 10_000, middling: 1_000 },
  },
}

const ROUNDS = 3
const PEOPLE = 11
const PEOPLE_WITHOUT = 3
const ORDINARY_ORDERS = 10

type Shop = { url: string; store: Store; size: Size }

const started = performance.now()
const say = (text: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)
}

const openShop = async (cluster: Cluster, size: Size): Promise<Shop> => {
  const { url, isNew } = await cluster.database(`dk_bench_${size.orders.toString()}`)
  if (isNew) {
    say(`Seeding ${size.orders.toString()} orders`)
    await seedShop(url, size)
  }
  return { url, size, store: await startStore(url) }
}

const erase = async ({ store }: Shop, customerId: string): Promise<number> => {
  const headers = store.staff
  const path = "/admin/privacy/erasures"
  // Staff looks first; so both sides have read the person's rows once.
  await store.call("POST", `${path}/preview`, { headers, body: { customer_id: customerId } })
  return timeOf(async () => {
    const { erasure } = await store.call<{ erasure: { status: string } }>("POST", path, {
      headers,
      body: { customer_id: customerId, grace_hours: 0, reason: "benchmark" },
    })
    if (erasure.status !== "done") throw new Error(`An erasure is ${erasure.status}`)
  })
}

/** How much longer erasing one of many takes than one of few; they take turns. */
const eraseRatio = async (few: Shop, many: Shop, people: number): Promise<number> => {
  const shops = [few, many]
  const times = new Map<Shop, number[]>(shops.map((shop) => [shop, []]))
  const chosen = await Promise.all(
    shops.map(({ url }) =>
      withClient(url, (client) => findPeople(client, ORDINARY_ORDERS, people + 1))
    )
  )
  for (let person = 0; person <= people; person++) {
    for (const [index, shop] of shops.entries()) {
      const time = await erase(shop, chosen[index]?.[person] ?? "")
      // The first of each warms the process and does not count.
      if (person > 0) times.get(shop)?.push(time)
    }
  }
  const [a, b] = shops.map((shop) => median(times.get(shop) ?? []))
  say(`Erasing one person: ${a?.toFixed(0) ?? ""} ms of few, ${b?.toFixed(0) ?? ""} ms of many`)
  return (b ?? NaN) / (a ?? NaN)
}

const createHelpers = ({ url }: Shop): Promise<void> =>
  withClient(url, async (client) => {
    for (const index of HELPER_INDEXES) {
      const time = await timeOf(() => client.query(createStatement(index)))
      if (time > 1000) say(`${index.name} took ${(time / 1000).toFixed(1)} s`)
    }
    await client.query("ANALYZE")
  })

const measureErasure = async (few: Shop, many: Shop): Promise<Result[]> => {
  const title = (how: string) =>
    `erase a person of ${ORDINARY_ORDERS.toString()} orders at ${many.size.orders.toString()} against ${few.size.orders.toString()} orders, ${how}`
  const without = await eraseRatio(few, many, PEOPLE_WITHOUT)
  for (const shop of [few, many]) await createHelpers(shop)
  const withThem = await eraseRatio(few, many, PEOPLE)
  return [
    ratio(title("without helper indexes"), without),
    ratio(title("with helper indexes"), withThem, { atMost: 1.5 }),
  ]
}

const measureMemory = async (
  { store, size }: Shop,
  [middling, largest]: readonly [string, string],
  format: Format
): Promise<Result[]> => {
  const results: Result[] = []
  await download(store, middling, format)
  for (const [id, orders] of [
    [middling, size.middling],
    [largest, size.largest],
  ] as const) {
    const growth = await memoryGrowth(store, id, format)
    results.push({
      what: `memory growth, ${format}, ${orders.toString()} orders`,
      figure: `${growth.toFixed(0)} MB`,
      target: "≤ 100 MB",
      holds: growth <= 100,
    })
  }
  return results
}

const measureExport = async (many: Shop): Promise<Result[]> => {
  const { store, url, size } = many
  const [[largest = ""], [middling = ""]] = await withClient(url, async (client) => [
    await findPeople(client, size.largest, 1),
    await findPeople(client, size.middling, 1),
  ])
  const json = await download(store, largest, "application/json")
  const zip = await download(store, largest, "application/zip")
  say(`An export is ${json?.toString() ?? "no"} bytes of JSON, ${zip?.toString() ?? "no"} of ZIP`)
  const results = await measureMemory(many, [middling, largest], "application/json")
  if (zip !== null) {
    results.push(...(await measureMemory(many, [middling, largest], "application/zip")))
  }
  const statements = await copyStatements(url, largest)
  const copy = await withClient(url, async (client) => {
    await copyAll(client, statements)
    return medianOf(ROUNDS, () => copyAll(client, statements))
  })
  const jsonTime = await medianOf(ROUNDS, () => download(store, largest, "application/json"))
  const admin = await pageThroughAdmin(store, largest)
  say(
    `COPY ${copy.toFixed(0)} ms, JSON ${jsonTime.toFixed(0)} ms, Admin API ${admin.time.toFixed(0)} ms for ${admin.orders.toString()} orders, ${admin.limit.toString()} a page`
  )
  const of = `export of ${size.largest.toString()} orders`
  results.push(
    ratio(`${of}: paging the Admin API against JSON`, admin.time / jsonTime, { atLeast: 50 }),
    ratio(`${of}: JSON against COPY`, jsonTime / copy, { atMost: 2 })
  )
  if (zip === null) return results
  const zipTime = await medianOf(ROUNDS, () => download(store, largest, "application/zip"))
  results.push(
    ratio(`${of}: paging the Admin API against ZIP`, admin.time / zipTime, { atLeast: 50 }),
    ratio(`${of}: ZIP against COPY`, zipTime / copy, { atMost: 8 })
  )
  return results
}

const main = async (): Promise<void> => {
  const pair = SIZES[process.argv[2] ?? "small"]
  if (!pair) throw new Error("The size is small, middle or full")
  const cluster = await openCluster()
  const shops: Shop[] = []
  try {
    const few = await openShop(cluster, pair.few)
    shops.push(few)
    const many = await openShop(cluster, pair.many)
    shops.push(many)
    const erasure = await measureErasure(few, many)
    const exported = await measureExport(many)
    printTable([...exported, ...erasure])
  } finally {
    for (const { store } of shops) await store.stop()
    await cluster.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
