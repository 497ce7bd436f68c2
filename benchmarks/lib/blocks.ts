import { setTimeout as pause } from "node:timers/promises"
import { ORDERS, PRODUCTS } from "./admin-lists"
import { timeOf } from "./measure"
import type { Measured } from "./measured-store"
import { SIDES } from "./statistics"
import type { Side, Turn } from "./statistics"
import { complete, fill, GUEST, pay } from "./template-life"
import type { Shop } from "./template-life"

/** How often everything is measured. */
export type Rounds = {
  /** What is measured. */
  tasks: readonly Task[]
  /** Times that all three stores are started anew. */
  blocks: number
  /** Turns of each store in a block. */
  turns: number
  /** Of each turn. */
  checkouts: number
  lists: number
  /** What a process does first and does not count. */
  warmUp: { checkout: number; lists: number }
}

/** A guest buys: from the product to the order, nine requests. */
export const buy = async (shop: Shop): Promise<void> => {
  const cartId = await fill(shop, GUEST)
  await pay(shop, cartId)
  await complete(shop, cartId)
}

const readProducts = ({ call, shopper, seeded }: Shop) =>
  call("GET", `/store/products?limit=20&region_id=${seeded.regionId}`, { headers: shopper() })

const readList = (path: string) => (store: Measured) =>
  store.call("GET", path, { headers: store.staff })

const TASKS = {
  checkout: buy,
  storeProducts: readProducts,
  adminProducts: readList(PRODUCTS),
  adminOrders: readList(ORDERS),
}

export type Task = keyof typeof TASKS
export type Stores = Record<Side, Measured>
export type Turns = Record<Task | "boot" | "memory", Turn[]>

/** Events and invoices of the last checkout are done before somebody else has the turn. */
const AFTERMATH_MS = 400

/** Everything there is to measure, in its order. */
export const ALL_TASKS = Object.keys(TASKS) as Task[]

/** Each side is first as often as the others. */
const fromSide = (turn: number): readonly Side[] => {
  const first = turn % SIDES.length
  return [...SIDES.slice(first), ...SIDES.slice(0, first)]
}

/** Asks each side in turn and keeps what it gave. */
export const eachSide = async <Value>(
  turn: number,
  ask: (side: Side) => Promise<Value>
): Promise<Record<Side, Value>> => {
  const given = new Map<Side, Value>()
  for (const side of fromSide(turn)) given.set(side, await ask(side))
  return Object.fromEntries(given) as Record<Side, Value>
}

/** Asks all sides at once: what each takes then says nothing. */
export const allSides = async <Value>(
  ask: (side: Side) => Promise<Value>
): Promise<Record<Side, Value>> => {
  const given = SIDES.map(async (side) => [side, await ask(side)] as const)
  // When one fails the others are still there to be ended.
  await Promise.allSettled(given)
  return Object.fromEntries(await Promise.all(given)) as Record<Side, Value>
}

const repeat = async (task: Task, store: Measured, times: number): Promise<number[]> => {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) took.push(await timeOf(() => TASKS[task](store)))
  if (task === "checkout" && times > 0) await pause(AFTERMATH_MS)
  return took
}

/** Measures running stores by turns. What a process does first does not count. */
export const measureTurns = async (stores: Stores, rounds: Rounds, turns: Turns): Promise<void> => {
  const timesOf = (task: Task, numbers: { checkout: number; lists: number }): number =>
    task === "checkout" ? numbers.checkout : numbers.lists
  for (const task of rounds.tasks) {
    await eachSide(0, (side) => repeat(task, stores[side], timesOf(task, rounds.warmUp)))
  }
  const measured = { checkout: rounds.checkouts, lists: rounds.lists }
  for (let turn = 0; turn < rounds.turns; turn += 1) {
    for (const task of rounds.tasks) {
      const took = await eachSide(turn, (side) =>
        repeat(task, stores[side], timesOf(task, measured))
      )
      turns[task].push(took)
    }
  }
}

export const noTurns = (): Turns => ({
  checkout: [],
  storeProducts: [],
  adminProducts: [],
  adminOrders: [],
  boot: [],
  memory: [],
})
