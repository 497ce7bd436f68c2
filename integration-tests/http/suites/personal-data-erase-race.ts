import { Modules } from "@medusajs/framework/utils"
import { runErasure } from "../../../src/modules/personal-data/engine/run-erasure"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasure } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { printWholeTables, tablesHolding } from "../helpers/canary"
import { dyingAt } from "../helpers/dying"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { ADDRESS, createCart, register, shopper, staff, startPayment } from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Between the moments at which an erasure meets a checkout. */
const MOMENTS_MS = [0, 60, 250]

const runOptions = (): Parameters<typeof runErasure>[2] => ({
  financialYearStartsIn: 1,
  now: new Date(),
  warn: () => undefined,
  ledger: {
    secrets: {
      current: { id: "test", key: "a-secret-of-the-tests-0123456789abcdef" },
      previous: [],
    },
  },
  whileCartsRest: (_ids, work) => work([]),
  forgetFiles: () => Promise.resolve(0),
})

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure

  /** A person with one order whose erasure is due and has not begun. */
  const plan = async (headers: Headers, name: string): Promise<string> => {
    const { account } = await buyOnce(suite, name)
    await suite.settle()
    const request = { customer_id: account.customerId, override_blocks: true }
    const { erasure } = await erase(headers, request)
    await suite
      .database()
      .raw(`UPDATE dk_personal_data_erasure SET grace_until = now() - interval '1 minute'`)
    return erasure?.id ?? ""
  }

  const readyCart = async (name: string): Promise<{ account: Account; cartId: string }> => {
    const account = await register(suite, {
      email: `${name}@kunde.example`,
      last_name: `${name}last`,
    })
    const cartId = await createCart(suite, {
      token: account.token,
      email: account.email,
      shipping_address: { ...ADDRESS, last_name: `${name}last`, address_1: `${name}street` },
    })
    await startPayment(suite, cartId, { token: account.token })
    return { account, cartId }
  }
  const complete = (cartId: string, token: string) =>
    suite.call<{ order?: { id: string } }>("POST", `/store/carts/${cartId}/complete`, {
      headers: shopper(token),
    })
  const ordersOf = (cartId: string) =>
    selectRows<{ email: string; last_name: string; customer_id: string }>(
      suite.database(),
      `SELECT o.email, a.last_name, o.customer_id FROM order_cart l JOIN "order" o ON o.id = l.order_id
         JOIN order_address a ON a.id = o.shipping_address_id WHERE l.cart_id = ?`,
      [cartId]
    )

  describe("an erasure that is killed", () => {
    it("before any statement that writes, and run again, ends as one that was not", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const empty = await printWholeTables(database)
      await runErasure(database, await plan(headers, "zqwhole"), runOptions())
      await database.raw("UPDATE dk_personal_data_erasure SET told_at = NULL")
      const whole = await printWholeTables(database)
      const id = await plan(headers, "zqkilled")
      let boundaries = 0
      for (;;) {
        const isKilled = await dyingAt(database, boundaries + 1, () =>
          runErasure(database, id, runOptions())
        )
        if (!isKilled) break
        boundaries += 1
        const [left] = await selectRows<{ n: number }>(
          database,
          `SELECT (SELECT count(*) FROM customer WHERE last_name = 'zqkilledlast')::int
             + (SELECT count(*) FROM order_address WHERE address_1 = 'zqkilledstreet')::int AS n`
        )
        expect(left?.n).toBe(3)
      }
      expect(boundaries).toBeGreaterThan(25)
      // The job that tells search and caches may have run in between.
      await database.raw("UPDATE dk_personal_data_erasure SET told_at = NULL")
      const killed = await printWholeTables(database)
      for (const [table, rows] of killed) {
        const before = whole.get(table) ?? []
        const one = added(empty.get(table) ?? [], before)
        expect([table, added(before, rows)]).toEqual([table, one])
      }
      expect(await tablesHolding(database, "zqkilled")).toEqual([])
    })
  })

  describe("an erasure and a checkout", () => {
    it("at any moment of each other: the order is whole and waited for, or there is none", async () => {
      const headers = await staff(suite)
      for (const moment of MOMENTS_MS) {
        const name = `zqrace${moment.toString()}x`
        const { account, cartId } = await readyCart(name)
        const [checkout, { erasure }] = await Promise.all([
          complete(cartId, account.token),
          new Promise((resolve) => setTimeout(resolve, moment)).then(() =>
            erase(headers, { customer_id: account.customerId, grace_hours: 0 })
          ),
        ])
        await suite.settle()
        await finishErasures(suite.container())
        const orders = await ordersOf(cartId)
        const state = await read(headers, erasure?.id)
        if (orders.length === 0) {
          expect(checkout.status).toBeGreaterThanOrEqual(400)
          expect(state.status).toBe("done")
          expect(await tablesHolding(suite.database(), name)).toEqual([])
        } else {
          expect(orders).toMatchObject([{ email: account.email, last_name: `${name}last` }])
          expect(state).toMatchObject({ status: "planned", waiting: [{ reason: "uncaptured" }] })
        }
      }
    })

    it("that holds the cart goes on; after an erasure there is no cart to buy", async () => {
      const headers = await staff(suite)
      const { account, cartId } = await readyCart("zqlocked")
      const locking = suite.container().resolve(Modules.LOCKING)
      await locking.acquire(cartId, { ownerId: "checkout" })
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ id: cartId, reason: "payment_in_progress" }],
      })
      expect(await tablesHolding(suite.database(), "zqlockedstreet")).toContain("cart_address")
      await locking.release(cartId, { ownerId: "checkout" })
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqlocked")).toEqual([])
      const guest = await suite.call("POST", `/store/carts/${cartId}/complete`, {
        headers: shopper(),
      })
      expect(guest.status).toBeGreaterThanOrEqual(400)
      expect(await ordersOf(cartId)).toEqual([])
    })
  })

  describe("what a request wrote down while its person was erased", () => {
    it("is found by a second look and erased too, and then it is quiet", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account } = await buyOnce(suite, "zqlate")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      const certificates = async () =>
        (
          await selectRows<{ n: number }>(
            database,
            "SELECT count(*)::int AS n FROM dk_personal_data_certificate"
          )
        )[0]?.n
      await database.raw(`UPDATE customer SET first_name = 'zqlateagain' WHERE id = ?`, [
        account.customerId,
      ])
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqlateagain")).toEqual(["customer"])
      const minutesPass = () =>
        database.raw(
          `UPDATE dk_personal_data_erasure SET finished_at = finished_at - interval '5 minutes'`
        )
      await minutesPass()
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqlateagain")).toEqual([])
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await certificates()).toBe(2)
      await minutesPass()
      await finishErasures(suite.container())
      await finishErasures(suite.container())
      expect(await certificates()).toBe(2)
      const rows = await selectRows(
        database,
        "SELECT 1 FROM dk_personal_data_erasure WHERE touched IS NOT NULL"
      )
      expect(rows).toEqual([])
    })
  })
}

/** Rows of `after` that `before` has not, as often as they are there. */
const added = (before: readonly string[], after: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const row of before) left.set(row, (left.get(row) ?? 0) + 1)
  return after.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}
