/**
 * The sweep of 10,000 people who are past their term, against plain SQL that touches the same rows: batch by batch, by
 * turns, in two copies of one database.
 *
 *   node -r ts-node/register benchmarks/retention.ts [orders]
 *
 * Five people in thirteen have orders: 26,000 orders are 2,363 accounts and 7,800 guests.
 */
import { knex } from "@medusajs/framework/mikro-orm/knex"
import type { Client } from "@medusajs/framework/pg"
import { copyDatabase, openCluster, withClient } from "./lib/database"
import { printTable, ratio, timeOf } from "./lib/measure"
import { accountsOf } from "./lib/multiply"
import { plainSweep } from "./lib/plain-sweep"
import { seedShop } from "./lib/seed"
import type { Knex } from "../src/shared/postgres"
import { createStatement, HELPER_INDEXES } from "../src/modules/personal-data/domain/helper-indexes"
import { runSweep } from "../src/modules/personal-data/engine/sweep/run-sweep"
import type { Report } from "../src/modules/personal-data/engine/sweep/sweep-row"
import { startSweep } from "../src/modules/personal-data/engine/sweep/sweep-row"
import "../src/modules/access/personal-data"
import "../src/modules/buyer/personal-data"
import "../src/modules/consent/personal-data"
import "../src/modules/invoice/personal-data"
import "../src/modules/nets/personal-data"

const ORDERS = Number(process.argv[2] ?? 26_000)
/** The copied lives end in 2024. */
const NOW = new Date("2027-03-01T02:20:00Z")

const started = performance.now()
const say = (text: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)
}

type Counts = ReadonlyMap<string, number>

/** Rows that were changed or removed of each table, as Postgres counted them. */
const countChanges = async (client: Client): Promise<Counts> => {
  await client.query("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()")
  const { rows } = await client.query<{ table: string; n: string }>(
    `SELECT relname AS "table", (n_tup_upd + n_tup_del)::text AS n FROM pg_stat_user_tables WHERE n_tup_upd + n_tup_del > 0`
  )
  return new Map(rows.map(({ table, n }) => [table, Number(n)]))
}

const OWN = /^dk_personal_data_(sweep|parked)$/

/** Tables of which the two touched different numbers of rows: then the comparison is none. */
const describeDifferences = (swept: Counts, plain: Counts): string[] =>
  [...new Set([...swept.keys(), ...plain.keys()])]
    .filter((table) => !OWN.test(table) && swept.get(table) !== plain.get(table))
    .map(
      (table) => `${table}: ${String(swept.get(table) ?? 0)} and ${String(plain.get(table) ?? 0)}`
    )

const resetCounts = (client: Client) => client.query("SELECT pg_stat_reset()")

type Figures = { sweep: number; plain: number; report: Report }

const forgetTold = async (connection: Knex, id: string): Promise<void> => {
  await connection("dk_personal_data_sweep").where({ id }).update({ touched: null })
}

/** The sweep's own turns are all the time that is not the other's. */
const race = async (url: string, client: Client): Promise<Figures> => {
  const connection = knex({ client: "pg", connection: url, pool: { min: 1, max: 4 } })
  const next = plainSweep(client)
  const other = { time: 0, isDone: false }
  const turn = async (): Promise<void> => {
    other.time += await timeOf(async () => {
      other.isDone = !(await next())
    })
  }
  try {
    const { id } = await startSweep(connection, { startedBy: null, now: NOW })
    let report: Report = {}
    const whole = await timeOf(async () => {
      const sweep = await runSweep(connection, id, {
        financialYearStartsIn: 1,
        now: NOW,
        warn: say,
        whileCartsRest: async (_ids, work) => {
          const done = await work([])
          await turn()
          return done
        },
        // As after telling search and caches, which neither side has here.
        afterPart: () => forgetTold(connection, id),
      })
      report = sweep?.report ?? {}
    })
    const sweep = whole - other.time
    while (!other.isDone) await turn()
    return { sweep, plain: other.time, report }
  } finally {
    await connection.destroy()
  }
}

/** Indexes as a store of this size has them; the lives that were copied visited just now, their copies did not. */
const prepare = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    for (const index of HELPER_INDEXES) await client.query(createStatement(index))
    await client.query("DELETE FROM dk_personal_data_account_visit")
    await client.query("VACUUM (ANALYZE)")
  })

const main = async (): Promise<void> => {
  const size = { orders: ORDERS, largest: ORDERS / 10, middling: ORDERS / 100 }
  const cluster = await openCluster()
  try {
    const { url, isNew } = await cluster.database(`dk_bench_retention_${ORDERS.toString()}`)
    if (isNew) {
      say(`Seeding ${ORDERS.toString()} orders of ${accountsOf(size).toString()} accounts`)
      await seedShop(url, size)
    }
    await prepare(url)
    const swept = await copyDatabase(url, "dk_bench_swept")
    const plainly = await copyDatabase(url, "dk_bench_plain")
    say("By turns, a batch each")
    await withClient(plainly, async (client) => {
      for (const each of [swept, plainly]) await withClient(each, resetCounts)
      const { sweep, plain, report } = await race(swept, client)
      for (const [rule, counts] of Object.entries(report)) say(`${rule} ${JSON.stringify(counts)}`)
      say(`The sweep took ${(sweep / 1000).toFixed(1)} s, plain SQL ${(plain / 1000).toFixed(1)} s`)
      const differences = describeDifferences(
        await withClient(swept, countChanges),
        await countChanges(client)
      )
      for (const line of differences) say(`Rows touched differ, ${line}`)
      printTable([
        ratio("people past their term a second: the sweep against plain SQL", plain / sweep, {
          atLeast: 0.5,
        }),
      ])
    })
  } finally {
    await cluster.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
