import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminErasure,
  AdminErasureCertificate,
  AdminErasureListResponse,
} from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { ADDRESS, captureOrder, createCart, eventually, register, staff } from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const login = (suite: Suite, { email, password }: Account) =>
  suite.call("POST", "/auth/customer/emailpass", { body: { email, password } })

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const read = async (headers: Headers, id: string | undefined) =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id ?? ""}`, { headers }))
      .body.erasure
  const count = async (table: string): Promise<number> =>
    (
      await selectRows<{ n: number }>(suite.database(), `SELECT count(*)::int AS n FROM ${table}`)
    )[0]?.n ?? 0

  describe("an erasure", () => {
    it("waits for an open order and finishes by itself", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqopen")
      const body = { customer_id: account.customerId, grace_hours: 0 }
      expect((await preview(headers, body)).blocked).toMatchObject([
        { id: orderId, reason: "uncaptured" },
      ])
      const { erasure } = await erase(headers, body)
      expect(erasure).toMatchObject({ status: "planned", waiting_ids: [orderId] })
      expect((await login(suite, account)).status).toBe(401)
      const order = await suite.call<{ order: { email: string } }>(
        "GET",
        `/admin/orders/${orderId}?fields=id,email`,
        {
          headers,
        }
      )
      expect(order.body.order.email).toBe(account.email)
      expect((await erase(headers, body)).erasure).toMatchObject({
        id: erasure?.id,
        status: "planned",
      })
      const [row] = await selectRows<{ email: string | null; order_ids: string[] }>(
        suite.database(),
        `SELECT e.email, l.order_ids FROM dk_personal_data_erasure e JOIN dk_personal_data_ledger l ON l.erasure_id = e.id`
      )
      expect(row).toMatchObject({ email: account.email, order_ids: [orderId] })
      const again = await register(suite, { email: account.email, last_name: "zqagainlast" })
      await createCart(suite, {
        token: again.token,
        email: again.email,
        shipping_address: { ...ADDRESS, address_1: "zqagainstreet" },
      })

      await captureOrder(suite, orderId, headers)
      await finishErasures(suite.container())
      expect((await preview(headers, body)).blocked).toMatchObject([{ reason: "unshipped" }])
      await shipOrder(suite, orderId, headers)
      await suite.settle()
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      for (const text of ["zqopenlast", "zqopenstreet"]) {
        expect(await tablesHolding(suite.database(), text)).toEqual([])
      }
      expect(await tablesHolding(suite.database(), "zqopen@")).not.toContain("order")
      expect((await login(suite, again)).status).toBe(200)
      expect(await tablesHolding(suite.database(), "zqagainlast")).toContain("customer")
      expect(await tablesHolding(suite.database(), "zqagainstreet")).toContain("cart_address")
      const last = await suite.call<{ certificate: AdminErasureCertificate }>(
        "GET",
        `${ERASURES}/${erasure?.id ?? ""}/certificate`,
        { headers }
      )
      expect(last.body.certificate).toMatchObject({
        complete: true,
        kept_orders: [],
        kept_documents: [{ number: expect.any(String) as string }],
      })
      await erase(headers, { customer_id: again.customerId, grace_hours: 0 })
      await suite.settle()
      for (const text of ["zqopen@", "zqagain"]) {
        expect(await tablesHolding(suite.database(), text)).toEqual([])
      }
    })

    it("keeps the buyer of an order from before the plugin until its day, then erases it", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { account, orderId } = await buyOnce(suite, "zqlegacy")
      await database.raw(`UPDATE "order" SET created_at = '2024-03-05' WHERE id = ?`, [orderId])
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await suite.settle()
      await database.raw(`UPDATE order_transaction SET created_at = '2024-03-06'`)
      const body = { customer_id: account.customerId, grace_hours: 0 }
      expect((await preview(headers, body)).kept_orders).toMatchObject([
        { order_id: orderId, keep_through: "2029-12-31", reason: "no_invoice" },
      ])
      expect((await erase(headers, body)).erasure?.status).toBe("done")
      await suite.settle()
      expect(await tablesHolding(database, "zqlegacy@")).toEqual([])
      expect(await tablesHolding(database, "zqlegacystreet")).toEqual(["order_address"])
      const [restriction] = await selectRows<{ keep_through: string }>(
        database,
        `SELECT keep_through FROM dk_personal_data_restriction WHERE order_id = ?`,
        [orderId]
      )
      expect(restriction?.keep_through).toBe("2029-12-31")

      await database.raw(`UPDATE "order" SET created_at = '2019-03-05' WHERE id = ?`, [orderId])
      await database.raw(`UPDATE order_transaction SET created_at = '2019-03-06'`)
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqlegacystreet")).toEqual([])
    })

    it("can be cancelled within its grace, and then nothing has happened", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqgrace")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
      })
      expect(erasure?.status).toBe("planned")
      const hours = (Date.parse(erasure?.grace_until ?? "") - Date.now()) / 3_600_000
      expect(hours).toBeGreaterThan(23.9)
      await finishErasures(suite.container())
      expect((await login(suite, account)).status).toBe(200)
      const cancel = () =>
        suite.call("POST", `${ERASURES}/${erasure?.id ?? ""}/cancel`, { headers })
      expect((await cancel()).body).toMatchObject({ erasure: { status: "cancelled" } })
      expect(await cancel()).toMatchObject({ status: 409, error: { code: "erasure_cancelled" } })
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET grace_until = now()`)
      await finishErasures(suite.container())
      expect((await login(suite, account)).status).toBe(200)
      const list = await suite.call<AdminErasureListResponse>(
        "GET",
        `${ERASURES}?status=cancelled`,
        {
          headers,
        }
      )
      expect(list.body).toMatchObject({ count: 1, offset: 0, limit: 20 })
      await suite.call("DELETE", `/admin/customers/${account.customerId}`, { headers })
      const proposals = () =>
        suite.call<AdminErasureListResponse>("GET", `${ERASURES}?status=proposed`, { headers })
      await eventually(async () => (await proposals()).body.count === 1)
    })

    it("is proposed once when Medusa deletes the customer, and staff finishes it", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqgone")
      const { customerId } = account
      await suite.call("DELETE", `/admin/customers/${customerId}`, { headers })
      const list = async () =>
        (
          await suite.call<AdminErasureListResponse>(
            "GET",
            `${ERASURES}?customer_id=${customerId}`,
            {
              headers,
            }
          )
        ).body.erasures
      const [proposal] = await eventually(async () => {
        const found = await list()
        return found.length > 0 && found
      })
      expect(proposal).toMatchObject({ status: "proposed", source: "customer_deleted" })
      await suite
        .container()
        .resolve(Modules.EVENT_BUS)
        .emit({ name: "customer.deleted", data: { id: customerId } })
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(await list()).toHaveLength(1)
      expect(await tablesHolding(suite.database(), "zqgonelast")).toContain("customer")
      const { erasure } = await erase(headers, {
        customer_id: customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(erasure).toMatchObject({ id: proposal?.id, status: "done" })
      expect(await tablesHolding(suite.database(), "zqgonelast")).toEqual([])
    })

    it("asked for twice at once, by id and by e-mail, happens once", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqtwice")
      await suite.database().raw(
        `INSERT INTO workflow_execution (id, workflow_id, transaction_id, run_id, execution, context, state)
         SELECT 'wf_' || n, 'send', 'send_' || n, n, '{}', jsonb_build_object('email', email), 'done'
           FROM (VALUES ('own', 'zqtwice@kunde.example'), ('other', 'bo.zqtwice@kunde.example')) AS v(n, email)`
      )
      const rest = { override_blocks: true, grace_hours: 0 }
      const answers = await Promise.all([
        erase(headers, { customer_id: account.customerId, ...rest }),
        erase(headers, { email: account.email, ...rest }),
        erase(headers, { customer_id: account.customerId, ...rest }),
      ])
      expect(new Set(answers.map(({ erasure }) => erasure?.id ?? null)).size).toBeLessThanOrEqual(2)
      expect(await count("dk_personal_data_erasure")).toBe(1)
      expect(await count("dk_personal_data_ledger")).toBe(1)
      expect(await count("dk_personal_data_certificate")).toBe(1)
      expect(await tablesHolding(suite.database(), "zqtwicelast")).toEqual([])
      const sent = await selectRows(
        suite.database(),
        `SELECT id FROM workflow_execution WHERE workflow_id = 'send'`
      )
      expect(sent).toEqual([{ id: "wf_other" }])
    })

    it("broken off in the middle changes nothing, and the job ends it", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqbroken")
      const database = suite.database()
      await database.raw(
        `CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`
      )
      await database.raw(
        `CREATE TRIGGER break_off BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION break_off()`
      )
      const broken = await suite.call("POST", ERASURES, {
        headers,
        body: { customer_id: account.customerId, override_blocks: true, grace_hours: 0 },
      })
      expect(broken.status).toBe(500)
      expect(await tablesHolding(database, "zqbrokenstreet")).toEqual(
        expect.arrayContaining(["cart_address", "order_address"])
      )
      expect((await login(suite, account)).status).toBe(200)
      expect(await count("dk_personal_data_ledger")).toBe(1)
      await database.raw("DROP FUNCTION break_off() CASCADE")
      await finishErasures(suite.container())
      expect(await tablesHolding(database, "zqbrokenlast")).toEqual([])
      expect(await tablesHolding(database, "zqbroken@")).toEqual([])
      expect(await count("dk_personal_data_certificate")).toBe(1)
    })
  })
}
