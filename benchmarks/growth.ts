/**
 * How much longer the shop's daily work takes in a large store than in one of 10,000 orders, by turns; and the picture of all
 * that was measured so (`benchmarks/figures/growth.svg`).
 *
 *   node -r ts-node/register benchmarks/growth.ts [draw|small|middle|full]
 *
 * `draw` measures nothing. `middle` has 100,000 orders, `full` a million (35 GB on disk); `small` keeps no figures.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { ORDERS, publishStaffNotice } from "./lib/admin-lists"
import { buy } from "./lib/blocks"
import { openCluster } from "./lib/database"
import { drawGrowth } from "./lib/growth-picture"
import { readGrowth, recordGrowth } from "./lib/growth-figures"
import { median, printTable, ratio, timeOf } from "./lib/measure"
import { openShop, say, sizesOf } from "./lib/shop-pair"
import type { Shop } from "./lib/shop-pair"

const WARM_UP = 8
const ROUNDS = 60

const readOrders =
  (more: Record<string, string> = {}) =>
  ({ store }: Shop) =>
    store.call("GET", ORDERS, { headers: { ...store.staff, ...more } })

const TASKS: Record<string, (shop: Shop) => Promise<unknown>> = {
  "checkout of a guest": ({ store }) => buy(store),
  "list of orders in Admin, read log on": readOrders(),
  "list of orders in Admin, Medusa alone": readOrders({ "x-without-access": "1" }),
}

const growthOf = async (
  few: Shop,
  many: Shop,
  task: (shop: Shop) => Promise<unknown>
): Promise<number> => {
  const times = new Map<Shop, number[]>([
    [few, []],
    [many, []],
  ])
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const shop of round % 2 === 0 ? [few, many] : [many, few]) {
      const time = await timeOf(() => task(shop))
      if (round >= WARM_UP) times.get(shop)?.push(time)
    }
  }
  return median(times.get(many) ?? []) / median(times.get(few) ?? [])
}

const measure = async (size: string): Promise<void> => {
  const pair = sizesOf(size)
  const cluster = await openCluster()
  const shops: Shop[] = []
  try {
    const few = await openShop(cluster, pair.few)
    shops.push(few)
    const many = await openShop(cluster, pair.many)
    shops.push(many)
    for (const { store } of shops) await publishStaffNotice(store)
    const { orders } = pair.many
    const figures: { what: string; orders: number; ratio: number }[] = []
    for (const [what, task] of Object.entries(TASKS)) {
      say(what)
      figures.push({ what, orders, ratio: await growthOf(few, many, task) })
    }
    printTable(figures.map((figure) => ratio(figure.what, figure.ratio)))
    recordGrowth(pair.few.orders, figures)
  } finally {
    for (const { store } of shops) await store.stop()
    await cluster.stop()
  }
}

const main = async (): Promise<void> => {
  const size = process.argv[2] ?? "small"
  if (size !== "draw") await measure(size)
  writeFileSync(join("benchmarks", "figures", "growth.svg"), drawGrowth(readGrowth()))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
