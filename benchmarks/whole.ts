/**
 * The store with the plugin against the same store without it, in one run and one table: checkout, lists, start, memory, and
 * webhooks at Nets' door. Three stores by turns on copies of one database: with the plugin, without, and without once more,
 * which says what chance alone does. Needs `npm run build` first.
 *
 *   node -r ts-node/register benchmarks/whole.ts [small|start|middle|full]
 *
 * `small` is part of `npm test`: it ends with 1 when a ratio or a count lies beyond its limit by more than the noise, and
 * judges nothing that is timed. `start` starts the stores and nothing else, `middle` has checkouts as well. `full` writes `benchmarks/figures/whole.json` and `whole.md`.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import type { SeededStore } from "../demo/seed/store"
import { publishStaffNotice } from "./lib/admin-lists"
import { ALL_TASKS, allSides, eachSide, measureTurns, noTurns } from "./lib/blocks"
import type { Rounds, Turns } from "./lib/blocks"
import { copyDatabase, openCluster, withClient } from "./lib/database"
import type { Cluster } from "./lib/database"
import { startMeasured } from "./lib/measured-store"
import type { Measured } from "./lib/measured-store"
import type { Size } from "./lib/multiply"
import { startNets } from "./lib/nets-process"
import { comparisonRows, intakeRows, startTurns } from "./lib/rows"
import type { Row } from "./lib/rows"
import { seedShop } from "./lib/seed"
import { makeStoreFolder } from "./lib/store-folder"
import type { Side } from "./lib/statistics"
import { startStore } from "./lib/store-process"
import { describeMachine, toMarkdown, writeReport } from "./lib/table"
import { measureIntake } from "./lib/webhooks"
import type { Intake, Load } from "./lib/webhooks"

const SEED = 20_261_127

type Run = { shop: Size; rounds: Rounds; load?: Load; margins: number; isTimed: boolean }

const RUNS: Record<string, Run> = {
  small: {
    shop: { orders: 200, largest: 20, middling: 20 },
    rounds: {
      // What a minute is enough for.
      tasks: ["storeProducts", "adminOrders"],
      blocks: 1,
      turns: 20,
      checkouts: 0,
      lists: 2,
      warmUp: { checkout: 0, lists: 10 },
    },
    load: { payments: 5, events: 100, perSecond: 50 },
    margins: 2,
    isTimed: false,
  },
  start: {
    shop: { orders: 200, largest: 20, middling: 20 },
    rounds: {
      tasks: [],
      blocks: 5,
      turns: 0,
      checkouts: 0,
      lists: 0,
      warmUp: { checkout: 0, lists: 0 },
    },
    margins: 1,
    isTimed: true,
  },
  middle: {
    shop: { orders: 200, largest: 20, middling: 20 },
    rounds: {
      tasks: ["checkout"],
      blocks: 5,
      turns: 5,
      checkouts: 8,
      lists: 0,
      warmUp: { checkout: 6, lists: 0 },
    },
    margins: 1,
    isTimed: true,
  },
  full: {
    shop: { orders: 2_000, largest: 200, middling: 20 },
    rounds: {
      tasks: ALL_TASKS,
      blocks: 6,
      turns: 6,
      checkouts: 6,
      lists: 40,
      warmUp: { checkout: 8, lists: 40 },
    },
    load: { payments: 120, events: 3_000, perSecond: 300 },
    margins: 1,
    isTimed: true,
  },
}

const began = performance.now()
const seconds = (): number => Math.round((performance.now() - began) / 1000)
const say = (text: string): void => {
  console.error(`${seconds().toString().padStart(5)} s  ${text}`)
}

type Shop = { url: string; seeded: SeededStore }

const readSeeded = async (url: string): Promise<SeededStore> => {
  const { seeded, stop } = await startStore(url)
  await stop()
  return seeded
}

/** A store of that many orders whose staff has been told that reads are logged. */
const openShop = async (cluster: Cluster, size: Size): Promise<Shop> => {
  const { url, isNew } = await cluster.database(`dk_bench_whole_${size.orders.toString()}`)
  say("The tables are made")
  const seeded = isNew ? await seedShop(url, size, publishStaffNotice) : await readSeeded(url)
  await withClient(url, (client) => client.query("VACUUM (ANALYZE)"))
  return { url, seeded }
}

type Places = Awaited<ReturnType<typeof makePlaces>>

const makePlaces = (work: string, { url, seeded }: Shop, netsUrl: string) =>
  eachSide(0, async (side) => ({
    folder: makeStoreFolder(work, side, side === "plugin" ? netsUrl : undefined),
    url: await copyDatabase(url, `dk_bench_whole_${side}`),
    seeded,
  }))

const measureBlocks = async (places: Places, { rounds, load, isTimed }: Run) => {
  const turns: Turns = noTurns()
  let intake: Intake | undefined
  for (let block = 0; block < rounds.blocks; block += 1) {
    const running: Measured[] = []
    try {
      const start = async (side: Side): Promise<Measured> => {
        const store = await startMeasured(places[side])
        running.push(store)
        return store
      }
      const stores = await (isTimed ? eachSide(block, start) : allSides(start))
      if (isTimed) {
        const started = startTurns(stores)
        turns.boot.push(started.boot)
        turns.memory.push(started.memory)
      }
      await measureTurns(stores, rounds, turns)
      say(`Block ${block + 1} of ${rounds.blocks} is measured`)
      if (load && block === rounds.blocks - 1) {
        await stores.again.kill()
        intake = await measureIntake(stores, places.plugin.url, load)
      }
    } finally {
      await Promise.all(running.map(({ kill }) => kill()))
    }
  }
  return { turns, intake }
}

const measure = async (run: Run): Promise<Row[]> => {
  const work = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "dk-bench-stores-"))
  // Postgres runs as a user of its own, who must be able to walk in.
  chmodSync(work, 0o755)
  const cluster = await openCluster()
  const nets = await startNets()
  try {
    const places = await makePlaces(work, await openShop(cluster, run.shop), nets.url)
    say("The stores are made")
    const { turns, intake } = await measureBlocks(places, run)
    const { isTimed, margins, load } = run
    return [
      ...comparisonRows(turns, { seed: SEED, margins }),
      ...(intake && load ? intakeRows(intake, { isTimed, perSecond: load.perSecond }) : []),
    ]
  } finally {
    await nets.stop()
    await cluster.stop()
    rmSync(work, { recursive: true, force: true })
  }
}

const main = async (): Promise<void> => {
  const size = process.argv[2] ?? "full"
  const run = RUNS[size]
  if (!run) throw new Error("The size is small, start, middle or full")
  const rows = await measure(run)
  const report = {
    size,
    seed: SEED,
    orders: run.shop.orders,
    seconds: seconds(),
    load: (loadavg()[2] ?? NaN) / cpus().length,
    machine: describeMachine(),
    rows,
  }
  console.log(toMarkdown(report))
  if (size === "full") await writeReport(join("benchmarks", "figures"), "whole", report)
  else await writeReport(join(".cache", "bench"), size, report)
  if (rows.some(({ verdict }) => verdict === "not kept")) process.exitCode = 1
}

// What it started ends with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => process.exit(1))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
