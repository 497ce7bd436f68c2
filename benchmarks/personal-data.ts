/**
 * Export and erasure of a person at size, as ratios within one run.
 *
 *   node -r ts-node/register benchmarks/personal-data.ts [small|middle|full]
 *
 * With DATABASE_URL the databases `dk_bench_<orders>` are made on that server, or used when they are there.
 */
import { copyAll, copyStatements } from "./lib/copy"
import { openCluster, withClient } from "./lib/database"
import { estimateAdminPages, pageThroughAdmin } from "./lib/admin-paging"
import { download, memoryGrowth } from "./lib/exports"
import type { Format } from "./lib/exports"
import { median, printTable, ratio, timeOf } from "./lib/measure"
import type { Result } from "./lib/measure"
import { findPeople } from "./lib/people"
import { recordGrowth } from "./lib/growth-figures"
import { openShop, say, sizesOf } from "./lib/shop-pair"
import type { Shop } from "./lib/shop-pair"
import { startStore } from "./lib/store-process"
import { createStatement, HELPER_INDEXES } from "../src/modules/personal-data/domain/helper-indexes"

const ROUNDS = 3
const PEOPLE = 11
const PEOPLE_WITHOUT = 3
const ORDINARY_ORDERS = 10

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
  const { orders } = many.size
  recordGrowth(few.size.orders, [
    { what: "erasing a person, without helper indexes", orders, ratio: without },
    { what: "erasing a person", orders, ratio: withThem },
  ])
  return [
    ratio(title("without helper indexes"), without),
    ratio(title("with helper indexes"), withThem, { atMost: 1.5 }),
  ]
}

/** A server that has just started and made one small export: what it grows by is the export's own. */
const growthOf = async (
  { url }: Shop,
  { small, id, format }: { small: string; id: string; format: Format }
): Promise<number> => {
  const store = await startStore(url)
  try {
    await download(store, small, format)
    return await memoryGrowth(store, id, format)
  } finally {
    await store.stop()
  }
}

const measureMemory = async (
  shop: Shop,
  people: { small: string; middling: string; largest: string },
  format: Format
): Promise<Result[]> => {
  const results: Result[] = []
  for (const size of ["middling", "largest"] as const) {
    const growth = await growthOf(shop, { small: people.small, id: people[size], format })
    results.push({
      what: `memory growth, ${format}, ${shop.size[size].toString()} orders`,
      figure: `${growth.toFixed(0)} MB`,
      target: "≤ 100 MB",
      holds: growth <= 100,
    })
  }
  return results
}

const measureExport = async (many: Shop): Promise<Result[]> => {
  const { store, url, size } = many
  const [small = "", middling = "", largest = ""] = await withClient(url, async (client) => {
    const found: string[] = []
    for (const orders of [ORDINARY_ORDERS, size.middling, size.largest]) {
      found.push(...(await findPeople(client, orders, 1)))
    }
    return found
  })
  const json = await download(store, largest, "application/json")
  const zip = await download(store, largest, "application/zip")
  say(`An export is ${json?.toString() ?? "no"} bytes of JSON, ${zip?.toString() ?? "no"} of ZIP`)
  const statements = await copyStatements(url, largest)
  const times = { copy: [] as number[], json: [] as number[], zip: [] as number[] }
  await withClient(url, async (client) => {
    await copyAll(client, statements)
    for (let round = 0; round < ROUNDS; round++) {
      times.copy.push(await timeOf(() => copyAll(client, statements)))
      times.json.push(await timeOf(() => download(store, largest, "application/json")))
      times.zip.push(await timeOf(() => download(store, largest, "application/zip")))
    }
  })
  const [copy, jsonTime, zipTime] = [median(times.copy), median(times.json), median(times.zip)]
  say(`COPY ${copy.toFixed(0)} ms, JSON ${jsonTime.toFixed(0)} ms, ZIP ${zipTime.toFixed(0)} ms`)
  const admin = await pageThroughAdmin(store, largest)
  const shown = await estimateAdminPages(store, largest, size.largest)
  say(
    `Admin API ${admin.time.toFixed(0)} ms for ${admin.orders.toString()} orders, ${admin.limit.toString()} a page; as Admin shows them ${shown.toFixed(0)} ms`
  )
  const of = `export of ${size.largest.toString()} orders`
  const lists = "the Admin API's list with all fields"
  const pages = "the Admin API as Admin uses it"
  return [
    ratio(`${of}: ${pages} against JSON`, shown / jsonTime, { atLeast: 50 }),
    ratio(`${of}: ${pages} against ZIP`, shown / zipTime, { atLeast: 50 }),
    ratio(`${of}: ${lists} against JSON`, admin.time / jsonTime, { atLeast: 50 }),
    ratio(`${of}: ${lists} against ZIP`, admin.time / zipTime, { atLeast: 50 }),
    ratio(`${of}: ${lists} against COPY`, admin.time / copy),
    ratio(`${of}: JSON against COPY`, jsonTime / copy, { atMost: 2 }),
    ratio(`${of}: ZIP against COPY`, zipTime / copy, { atMost: 8 }),
    ...(await measureMemory(many, { small, middling, largest }, "application/json")),
    ...(await measureMemory(many, { small, middling, largest }, "application/zip")),
  ]
}

const main = async (): Promise<void> => {
  const pair = sizesOf(process.argv[2])
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
