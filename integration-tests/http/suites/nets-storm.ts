import processReceipts from "../../../src/jobs/nets-process-receipts"
import sweepNetsPayments from "../../../src/jobs/nets-sweep"
import { dyingAt } from "../helpers/dying"
import { callNets, payAtNets, startNetsPayment } from "../helpers/nets"
import type { NetsSession } from "../helpers/nets"
import { inPortal, rowsOf, setSwitches, sweepNow } from "../helpers/nets-sales"
import { createCart, eventually, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Payments of a storm; none without `NETS_STORM`, because it takes longer than a usual run may. */
const SIZE = Number(process.env.NETS_STORM ?? "0")
const SEED = 20_261_125
const KILLS = 10
const AT_ONCE = 4
const LIMIT_MS = Math.max(300_000, SIZE * 10_000)

/** The same chances in every run (mulberry32). */
const chances = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

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

/** Tries as a shopper does whose page says that it did not work. */
const openPayment = async (suite: Suite, cartId: string): Promise<NetsSession> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startNetsPayment(suite, cartId)
    } catch (error) {
      if (attempt === 10) throw error
    }
  }
}

const complete = (suite: Suite, cartId: string) =>
  suite.call("POST", `/store/carts/${cartId}/complete`, { headers: shopper() })

let shoppers = 0

const buy = async (suite: Suite, { returns, twice }: Plan) => {
  shoppers += 1
  const cartId = await createCart(suite, { email: `kunde${shoppers.toString()}@storm.example` })
  const session = await openPayment(suite, cartId)
  await payAtNets(session.paymentId)
  if (returns) await Promise.all([...(twice ? [1, 2] : [1])].map(() => complete(suite, cartId)))
  return { cartId, ...session }
}

type Bought = Awaited<ReturnType<typeof buy>> & { plan: Plan }

const paymentOf = async (suite: Suite, sessionId: string): Promise<string | undefined> => {
  const sql = "SELECT id FROM payment WHERE payment_session_id = ? AND deleted_at IS NULL"
  return (await rowsOf<{ id: string }>(suite, sql, sessionId))[0]?.id
}

/** Staff at work; an error is left as it is, for the sweep to find out what came of it. */
const work = async (suite: Suite, headers: Headers, { plan, sessionId, paymentId }: Bought) => {
  if (plan.capture === "portal") {
    await inPortal(paymentId, "charge", 5_000)
    return
  }
  const payment = await paymentOf(suite, sessionId)
  if (payment === undefined || plan.capture === "no") return
  const path = `/admin/payments/${payment}`
  const amount = plan.capture === "part" ? { amount: 100 } : {}
  await suite.call("POST", `${path}/capture`, { headers, body: amount })
  if (plan.refund) await suite.call("POST", `${path}/refund`, { headers, body: { amount: 20 } })
}

/** What waits becomes due, and what must be older than some minutes is. */
const passTime = async (suite: Suite): Promise<void> => {
  for (const sql of [
    "UPDATE dk_nets_receipt SET next_attempt_at = now(), claimed_until = NULL",
    "UPDATE dk_nets_payment SET reads = 0",
    `UPDATE "order" SET created_at = created_at - interval '4 minutes'`,
    "UPDATE capture SET created_at = created_at - interval '4 minutes'",
    "UPDATE refund SET created_at = created_at - interval '4 minutes'",
  ]) {
    await suite.database().raw(sql)
  }
}

const workers = async (suite: Suite): Promise<void> => {
  await passTime(suite)
  await processReceipts(suite.container())
  await sweepNow(suite)
}

/** A few payments and all webhooks are due, and the worker's connection is cut at a random statement. */
const killWorkers = async (suite: Suite, chance: () => number): Promise<void> => {
  const database = suite.database()
  const due = `UPDATE dk_nets_payment SET reads = 0, closed_at = NULL, next_check_at = CASE
      WHEN id IN (SELECT id FROM dk_nets_payment ORDER BY md5(id || ?) LIMIT 4) THEN now() - interval '1 second'
      ELSE now() + interval '1 hour' END`
  for (let kill = 0; kill < KILLS; kill += 1) {
    await database.raw(due, [kill.toString()])
    await database.raw("UPDATE dk_nets_receipt SET next_attempt_at = now(), claimed_until = NULL")
    const place = 1 + Math.floor(chance() * 25)
    await dyingAt(database, place, async () => {
      await processReceipts(suite.container())
      await sweepNetsPayments(suite.container())
    }).catch(() => undefined)
  }
}

type Totals = { payment_id: string; charged: number; refunded: number; cancelled: number }

const booksOf = (suite: Suite) =>
  rowsOf<{
    session_id: string
    cart_id: string
    orders: string
    captured: string
    refunded: string
  }>(
    suite,
    `SELECT n.session_id, cp.cart_id,
      (SELECT count(*) FROM order_cart oc WHERE oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL) AS orders,
      (SELECT round(COALESCE(sum(k.amount), 0) * 100) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL) AS captured,
      (SELECT round(COALESCE(sum(r.amount), 0) * 100) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL) AS refunded
    FROM dk_nets_payment n
    LEFT JOIN payment p ON p.payment_session_id = n.session_id AND p.deleted_at IS NULL
    LEFT JOIN cart_payment_collection cp ON cp.payment_collection_id = n.payment_collection_id AND cp.deleted_at IS NULL`
  )

const inBatches = async <Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>) => {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map(act))
  }
}

export default (suite: Suite): void => {
  const describeStorm = SIZE > 0 ? describe : describe.skip
  describeStorm("a storm at Nets", () => {
    afterEach(async () => {
      await callNets("POST", "/emulator/reset")
    })

    it(
      `leaves each of ${SIZE.toString()} paid carts with one order and the money as Nets has it`,
      async () => {
        const started = Date.now()
        const lap = (name: string) => {
          process.stderr.write(`storm: ${name} ${(Date.now() - started).toString()} ms\n`)
        }
        const headers = await staff(suite)
        const chance = chances(SEED)
        const plans = Array.from({ length: SIZE }, () => planOf(chance))
        const bought: Bought[] = []
        await startStorm()
        await inBatches(plans, async (plan) => {
          bought.push({ ...(await buy(suite, plan)), plan })
        })
        lap("bought")
        await killWorkers(suite, chance)
        lap("killed")
        await inBatches(bought, (one) => work(suite, headers, one))
        await workers(suite)
        lap("worked")
        await endStorm()
        await eventually(async () => {
          const { body } = await callNets("GET", "/emulator/summary")
          return (body.webhooks as { waiting: number }).waiting === 0
        })
        for (let round = 0; round < 3; round += 1) await workers(suite)

        lap("calm")
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
            refunded <= (plan.refund ? 2_000 : 0) &&
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
