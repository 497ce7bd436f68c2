import { setTimeout as pause } from "node:timers/promises"
import { processDueNetsReceipts } from "../../../src/workflows/nets"
import { chances } from "../helpers/chances"
import { callNets, payAtNets, startNetsPayment } from "../helpers/nets"
import type { NetsSession } from "../helpers/nets"
import { inPortal, rowsOf, setSwitches, sweepNow } from "../helpers/nets-sales"
import { anotherServer } from "../helpers/servers"
import type { Server } from "../helpers/servers"
import { createCart, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Payments of a storm; `npm run test:long` has a thousand. */
const SIZE = Number(process.env.NETS_STORM ?? "20")
const KILLS = SIZE < 100 ? 2 : 10
const SEED = 20_261_125
const AT_ONCE = 4
const LIMIT_MS = Math.max(300_000, SIZE * 10_000)

type Plan = {
  returns: boolean
  twice: boolean
  capture: "no" | "whole" | "part" | "portal"
  refund: boolean
}

const planOf = (chance: () => number): Plan => {
  const [back, again, how, give] = [chance(), chance(), chance(), chance()]
  const captures = ["no", "whole", "part", "portal"] as const
  return {
    returns: back < 0.5,
    twice: again < 0.2,
    capture: captures[Math.floor(how * captures.length)] ?? "no",
    refund: give < 0.4,
  }
}

/** What may be charged in the end, in øre: what was cut off may be done or not, never twice. */
const CHARGED: Record<Plan["capture"], number[]> = {
  no: [0],
  whole: [0, 13_800],
  part: [0, 10_000],
  portal: [5_000],
}

const startStorm = async (): Promise<void> => {
  await callNets("POST", "/emulator/seed", { seed: SEED })
  await setSwitches({
    reads_per_hour: 10_000,
    webhook_lost_rate: 0.2,
    webhook_duplicate_rate: 0.2,
    webhook_late_rate: 0.1,
    webhook_late_ms: 800,
    webhook_reorder_ms: 200,
  })
  for (const kind of ["unavailable", "answer_lost"]) {
    await callNets("POST", "/emulator/fault-rates", { path: "", kind, rate: 0.05 })
  }
}

const endStorm = async (): Promise<void> => {
  await callNets("DELETE", "/emulator/faults")
  await setSwitches({ webhook_lost_rate: 0, webhook_duplicate_rate: 0, webhook_late_rate: 0 })
}

/** Tries as a shopper does whose page says that it did not work, for a minute. */
const persist = async <Value>(act: () => Promise<Value>): Promise<Value> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      if (attempt === 120) throw error
      await pause(500)
    }
  }
}

/** What is cut off is left as it is, for the sweep to find out what came of it. */
const attempt = (act: Promise<unknown>): Promise<unknown> => act.catch(() => undefined)

const complete = (shop: Suite, cartId: string) =>
  attempt(shop.call("POST", `/store/carts/${cartId}/complete`, { headers: shopper() }))

let shoppers = 0

const buy = async (shop: Suite, { returns, twice }: Plan) => {
  shoppers += 1
  const email = `kunde${shoppers.toString()}@storm.example`
  const cartId = await persist(() => createCart(shop, { email }))
  const session = await persist(() => startNetsPayment(shop, cartId))
  await payAtNets(session.paymentId)
  if (returns) await Promise.all([...(twice ? [1, 2] : [1])].map(() => complete(shop, cartId)))
  return { cartId, ...session }
}

type Bought = NetsSession & { cartId: string; plan: Plan }

const paymentOf = async (suite: Suite, sessionId: string): Promise<string | undefined> => {
  const sql = "SELECT id FROM payment WHERE payment_session_id = ? AND deleted_at IS NULL"
  return (await rowsOf<{ id: string }>(suite, sql, sessionId))[0]?.id
}

const work = async (shop: Suite, headers: Headers, { plan, sessionId, paymentId }: Bought) => {
  if (plan.capture === "portal") return inPortal(paymentId, "charge", 5_000)
  const payment = await paymentOf(shop, sessionId)
  if (payment === undefined || plan.capture === "no") return
  const path = `/admin/payments/${payment}`
  const body = plan.capture === "part" ? { amount: 100 } : {}
  await attempt(shop.call("POST", `${path}/capture`, { headers, body }))
  if (plan.refund) {
    await attempt(shop.call("POST", `${path}/refund`, { headers, body: { amount: 20 } }))
  }
}

/** The server dies at lines that nobody chose, spread over all that happens. */
const killAgainAndAgain = async (
  server: Server,
  chance: () => number,
  progress: () => number
): Promise<void> => {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    while (progress() < kill / (KILLS + 1)) await pause(20)
    if (progress() === Infinity) return
    await pause(chance() * 400)
    await server.kill()
    await server.start()
  }
}

/** What waits becomes due, what was leased is free, and whoever may still be at work has ended it. */
const passTime = async (suite: Suite): Promise<void> => {
  for (const sql of [
    "UPDATE dk_nets_receipt SET next_attempt_at = now(), claimed_until = NULL",
    "UPDATE dk_nets_payment SET reads = 0, working_until = NULL",
    `UPDATE "order" SET created_at = created_at - interval '11 minutes'`,
    "UPDATE capture SET created_at = created_at - interval '11 minutes'",
    "UPDATE refund SET created_at = created_at - interval '11 minutes'",
  ]) {
    await suite.database().raw(sql)
  }
}

const workers = async (suite: Suite): Promise<void> => {
  await passTime(suite)
  await processDueNetsReceipts(suite.container())
  await sweepNow(suite)
}

type Totals = { payment_id: string; charged: number; refunded: number; cancelled: number }

const booksOf = (suite: Suite) =>
  rowsOf<{
    session_id: string
    cart_id: string
    orders: string
    transactions: string
    collected: string
    captured: string
    refunded: string
  }>(
    suite,
    `SELECT n.session_id, cp.cart_id,
      (SELECT count(*) FROM order_cart oc WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL) AS orders,
      (SELECT round(COALESCE(sum(t.amount), 0) * 100) FROM order_cart oc JOIN order_transaction t ON t.order_id = oc.order_id
        WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL AND t.deleted_at IS NULL) AS transactions,
      round((c.captured_amount - c.refunded_amount) * 100) AS collected,
      (SELECT round(COALESCE(sum(k.amount), 0) * 100) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL) AS captured,
      (SELECT round(COALESCE(sum(r.amount), 0) * 100) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL) AS refunded
    FROM dk_nets_payment n
    LEFT JOIN payment p ON p.payment_session_id = n.session_id AND p.deleted_at IS NULL
    LEFT JOIN payment_collection c ON c.id = n.payment_collection_id
    LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = n.payment_collection_id AND cp.deleted_at IS NULL`
  )

const inBatches = async <Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>) => {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map(act))
  }
}

export default (suite: Suite): void => {
  describe("a storm at Nets", () => {
    let server: Server

    beforeEach(async () => {
      server = await anotherServer(suite)
      await server.start()
    })

    afterEach(async () => {
      await server.kill()
      await callNets("POST", "/emulator/reset")
    })

    it(
      `leaves each of ${SIZE.toString()} paid carts with one order and the money as Nets has it`,
      async () => {
        const shop = server.suite
        const headers = await staff(suite)
        const chance = chances(SEED)
        const plans = Array.from({ length: SIZE }, () => planOf(chance))
        const bought: Bought[] = []
        let steps = 0
        const shopAndStaff = async () => {
          await inBatches(plans, async (plan) => {
            bought.push({ ...(await buy(shop, plan)), plan })
            steps += 1
          })
          await inBatches(bought, async (one) => {
            await work(shop, headers, one)
            steps += 1
          })
        }
        await startStorm()
        await Promise.all([
          shopAndStaff().catch((error: unknown) => {
            steps = Infinity
            throw error
          }),
          killAgainAndAgain(server, chance, () => steps / (2 * SIZE)),
        ])
        await workers(suite)
        await endStorm()
        await persist(async () => {
          const { body } = await callNets("GET", "/emulator/summary")
          expect((body.webhooks as { waiting: number }).waiting).toBe(0)
        })
        await server.kill()
        for (let round = 0; round < 3; round += 1) await workers(suite)

        const books = new Map((await booksOf(suite)).map((row) => [row.session_id, row]))
        const wrong: unknown[] = []
        for (const { sessionId, paymentId, plan } of bought) {
          const { body } = await callNets("GET", `/emulator/payments/${paymentId}`)
          const { charged, refunded, cancelled } = body.payment as Totals
          const row = books.get(sessionId)
          const agrees =
            Number(row?.orders) === 1 &&
            Number(row?.captured) === charged &&
            Number(row?.refunded) === refunded &&
            Number(row?.transactions) === charged - refunded &&
            Number(row?.collected) === charged - refunded &&
            CHARGED[plan.capture].includes(charged) &&
            [0, plan.refund ? 2_000 : 0].includes(refunded) &&
            cancelled === 0
          if (!agrees) wrong.push({ plan, row, charged, refunded, cancelled })
        }
        expect(wrong).toEqual([])
        const waiting = await rowsOf(
          suite,
          "SELECT event, outcome FROM dk_nets_receipt WHERE done_at IS NULL"
        )
        expect(waiting).toEqual([])
      },
      LIMIT_MS
    )
  })
}
