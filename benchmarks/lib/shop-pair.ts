import type { Cluster } from "./database"
import type { Size } from "./multiply"
import { seedShop } from "./seed"
import { startStore } from "./store-process"
import type { Store } from "./store-process"

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

/** Two stores, of which one is larger: what takes longer there grows with the store. */
export const sizesOf = (name = "small"): Pair => {
  const pair = SIZES[name]
  if (!pair) throw new Error("The size is small, middle or full")
  return pair
}

export type Shop = { url: string; store: Store; size: Size }

const started = performance.now()

/** Tells how far a long run is. */
export const say = (text: string): void => {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)
}

/** Starts a store of that size; seeds it unless it is there. */
export const openShop = async (cluster: Cluster, size: Size): Promise<Shop> => {
  const { url, isNew } = await cluster.database(`dk_bench_${size.orders.toString()}`)
  if (isNew) {
    say(`Seeding ${size.orders.toString()} orders`)
    await seedShop(url, size)
  }
  return { url, size, store: await startStore(url) }
}
