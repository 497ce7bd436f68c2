/**
 * The full scan of the database for erased people against COPY of the same rows to nowhere, by turns in one run.
 *
 *   node -r ts-node/register benchmarks/full-scan.ts [small|middle|full]
 *
 * With DATABASE_URL the databases `dk_bench_<orders>` are made on that server, or used when they are there.
 */
import { setTimeout } from "node:timers/promises"
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { openCluster, withClient } from "./lib/database"
import { median, printTable, ratio, timeOf } from "./lib/measure"
import type { Size } from "./lib/multiply"
import { findPeople } from "./lib/people"
import { seedShop } from "./lib/seed"
import { startStore } from "./lib/store-process"
import type { Store } from "./lib/store-process"
import { listScanTables } from "../src/modules/personal-data/engine/scan/tables"
import type { AdminFullScanResponse } from "../src/types/http"

const SIZES: Record<string, Size> = {
  small: { orders: 10_000, largest: 1_000, middling: 100 },
  middle: { orders: 100_000, largest: 10_000, middling: 1_000 },
  full: { orders: 1_000_000, largest: 10_000, middling: 1_000 },
}

const ROUNDS = 3
const PEOPLE = 5
const ORDERS_OF_ONE = 10
/** Asking costs the server time: how long it took, the scan says itself. */
const POLL_MS = 500
const BYTES = 1_000_000

const began = performance.now()
const say = (text: string): void => {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${text}`)
}

/** Some people are erased, so that there is somebody to look for. */
const erase = async (store: Store, customerIds: readonly string[]): Promise<void> => {
  for (const customerId of customerIds) {
    await store.call("POST", "/admin/privacy/erasures", {
      headers: store.staff,
      body: { customer_id: customerId, grace_hours: 0, reason: "benchmark" },
    })
  }
}

type Scanned = { time: number; bytes: number; found: number; growth: number }

const scan = async (store: Store): Promise<Scanned> => {
  const { staff: headers } = store
  const before = await store.settleMemory()
  const path = "/admin/privacy/scans"
  const { scan } = await store.call<AdminFullScanResponse>("POST", path, { headers, body: {} })
  let last = scan
  while (last.finished_at === null) {
    await setTimeout(POLL_MS)
    last = (await store.call<AdminFullScanResponse>("GET", `${path}/${scan.id}`, { headers })).scan
  }
  const time = Date.parse(last.finished_at) - Date.parse(last.started_at)
  if (last.unread.length > 0) throw new Error("Not every table could be read")
  return { time, bytes: last.bytes, found: last.found.length, growth: store.peakMemory() - before }
}

const statementsOf = async (url: string): Promise<string[]> => {
  const connection = ModulesSdkUtils.createPgConnection({ clientUrl: url })
  try {
    return (await listScanTables(connection)).map(({ sql }) => `COPY (${sql}) TO '/dev/null'`)
  } finally {
    await connection.destroy()
  }
}

const copyAll = (url: string, statements: readonly string[]): Promise<number> =>
  withClient(url, (client) =>
    timeOf(async () => {
      for (const statement of statements) await client.query(statement)
    })
  )

const measure = async (url: string, { orders }: Size): Promise<void> => {
  const statements = await statementsOf(url)
  const people = await withClient(url, (client) =>
    findPeople(client, ORDERS_OF_ONE, PEOPLE * (ROUNDS + 1))
  )
  const store = await startStore(url)
  const scans: Scanned[] = []
  const copies: number[] = []
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      await erase(store, people.slice(round * PEOPLE, (round + 1) * PEOPLE))
      const scanned = await scan(store)
      const copied = await copyAll(url, statements)
      const speed = (time: number) => (scanned.bytes / BYTES / (time / 1000)).toFixed(0)
      say(
        `${(scanned.bytes / BYTES).toFixed(0)} MB: scan ${speed(scanned.time)} MB/s, COPY ${speed(copied)} MB/s; memory grew by ${scanned.growth.toFixed(0)} MB; ${scanned.found} found`
      )
      // The first of each reads from disk what the others find in memory, and does not count.
      if (round === 0) continue
      scans.push(scanned)
      copies.push(copied)
    }
  } finally {
    await store.stop()
  }
  const time = median(scans.map((one) => one.time))
  const growth = Math.max(...scans.map((one) => one.growth))
  printTable([
    ratio(
      `full scan of ${orders.toString()} orders against COPY to /dev/null, MB/s`,
      median(copies) / time,
      { atLeast: 0.3 }
    ),
    {
      what: "memory growth of the process while it scans",
      figure: `${growth.toFixed(0)} MB`,
      target: "≤ 100 MB",
      holds: growth <= 100,
    },
  ])
}

const main = async (): Promise<void> => {
  const size = SIZES[process.argv[2] ?? "small"]
  if (!size) throw new Error("The size is small, middle or full")
  const cluster = await openCluster()
  try {
    const { url, isNew } = await cluster.database(`dk_bench_${size.orders.toString()}`)
    if (isNew) {
      say(`Seeding ${size.orders.toString()} orders`)
      await seedShop(url, size)
    }
    await measure(url, size)
  } finally {
    await cluster.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
