/**
 * What the guard of routes, the read log and the masking of addresses cost: requests by turns in one process, every other
 * one past our middlewares.
 *
 *   node -r ts-node/register benchmarks/access.ts
 */
import { ORDERS, PRODUCTS, publishStaffNotice } from "./lib/admin-lists"
import { openCluster } from "./lib/database"
import { median, printTable, ratio, timeOf } from "./lib/measure"
import { seedShop } from "./lib/seed"
import { startStore } from "./lib/store-process"
import type { Store } from "./lib/store-process"

const SIZE = { orders: 2_000, largest: 200, middling: 20 }
const WARM_UP = 30
const ROUNDS = 400

/** One customer says that their address is protected: from then on every answer is looked through for them. */
const protectOne = async (store: Store): Promise<void> => {
  const headers = store.staff
  const { customers } = await store.call<{ customers: { id: string }[] }>(
    "GET",
    "/admin/customers?limit=1&fields=id",
    { headers }
  )
  const path = `/admin/customers/${customers[0]?.id ?? ""}/address-protection`
  await store.call("POST", path, { headers, body: {} })
}

type Sides = { guarded: number; plain: number }

const compare = async (store: Store, path: string): Promise<Sides> => {
  const guarded: number[] = []
  const plain: number[] = []
  const read = (headers: Record<string, string>) => () => store.call("GET", path, { headers })
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const sides = [
      { times: guarded, headers: store.staff },
      { times: plain, headers: { ...store.staff, "x-without-access": "1" } },
    ]
    for (const { times, headers } of round % 2 === 0 ? sides : sides.reverse()) {
      const time = await timeOf(read(headers))
      if (round >= WARM_UP) times.push(time)
    }
  }
  return { guarded: median(guarded), plain: median(plain) }
}

const main = async (): Promise<void> => {
  const cluster = await openCluster()
  try {
    const { url, isNew } = await cluster.database(`dk_bench_${SIZE.orders.toString()}`)
    if (isNew) await seedShop(url, SIZE)
    const store = await startStore(url)
    try {
      await publishStaffNotice(store)
      const orders = await compare(store, ORDERS)
      const products = await compare(store, PRODUCTS)
      await protectOne(store)
      const masked = await compare(store, ORDERS)
      console.log(JSON.stringify({ orders, products, masked }))
      printTable([
        ratio("a list of 20 orders", orders.guarded / orders.plain, { atMost: 1.05 }),
        ratio("a list of 20 products", products.guarded / products.plain, { atMost: 1.01 }),
        ratio(
          "a list of 20 orders, where somebody's address is protected",
          masked.guarded / masked.plain
        ),
      ])
    } finally {
      await store.stop()
    }
  } finally {
    await cluster.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
