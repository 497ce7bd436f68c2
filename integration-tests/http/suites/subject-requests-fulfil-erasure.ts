import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminErasure,
  AdminFulfilSubjectRequest,
  AdminHoldResponse,
} from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { finishPlanned, remindOfLimits } from "../../../src/workflows/subject-request"
import { tablesHolding } from "../helpers/canary"
import { dyingAt } from "../helpers/dying"
import { buyOnce } from "../helpers/erasures"
import { guestBuys } from "../helpers/guests"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { ADDRESS, captureOrder, createCart, buy, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

export default (suite: Suite): void => {
  let headers: Headers
  const { known, done, fulfil, preview, read } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  /** Sold and sent, so that nothing of it waits. */
  const finishOrder = async (orderId: string) => {
    await captureOrder(suite, orderId, headers)
    await shipOrder(suite, orderId, headers)
    return awaitInvoices(suite, orderId, headers)
  }
  const ends = async (id: string) =>
    (await read(id)).timeline.filter(({ type }) =>
      ["planned", "completed", "partly_completed"].includes(type)
    )

  describe("a request of erasure", () => {
    it("erases an account now and says which invoices are kept until when", async () => {
      const { account, orderId } = await buyOnce(suite, "zqslet")
      const [invoice] = await finishOrder(orderId)
      const id = await known("erasure", { customer_id: account.customerId })
      const shown = await preview(id)
      expect(shown).toMatchObject({ kind: "erasure", erasure: { blocked: [], grace_until: null } })
      const answers = await Promise.all([fulfil(id), fulfil(id)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(await tablesHolding(suite.database(), "zqsletstreet")).toEqual([])
      const [end, ...more] = await ends(id)
      expect(more).toEqual([])
      expect(end).toMatchObject({
        type: "partly_completed",
        data: {
          outcome: {
            ...{ kind: "erasure", waiting: [], kept_orders: [] },
            kept_documents: [
              {
                number: invoice?.document.number,
                keep_through: expect.stringMatching(/^\d{4}-/) as string,
              },
            ],
          },
        },
      })
      expect(answers.map(({ body }) => body.outcome)).toEqual([
        ...[end?.data.outcome, end?.data.outcome],
      ])
      expect((await read(id)).state).toBe("partly_completed")
    })

    it("waits for an order, finishes by itself, and is completed once", async () => {
      const { account, orderId } = await buyOnce(suite, "zqventer")
      const id = await known("erasure", { customer_id: account.customerId })
      const { request, outcome } = await done(id, { finish_by: "2099-01-31" })
      expect(request).toMatchObject({ state: "planned", finish_by: "2099-01-31", ended_at: null })
      expect(outcome).toMatchObject({ waiting: [{ id: orderId }] })
      await finishPlanned(suite.container())
      expect((await read(id)).state).toBe("planned")
      await finishOrder(orderId)
      await finishErasures(suite.container())
      await Promise.all([finishPlanned(suite.container()), finishPlanned(suite.container())])
      await finishPlanned(suite.container())
      expect((await ends(id)).map(({ type, actor }) => [type, actor.split("_")[0]])).toEqual([
        ["planned", "user"],
        ["partly_completed", "system"],
      ])
      expect(await tablesHolding(suite.database(), "zqventerstreet")).toEqual([])
    })

    it("is reminded of before the day the person was told, and once it has passed", async () => {
      const { account, orderId } = await buyOnce(suite, "zqpaamind")
      const id = await known("erasure", { customer_id: account.customerId })
      await done(id, { finish_by: "2099-01-30" })
      const remindedOn = async (day: string) => {
        const now = new Date(`${day}T09:00:00Z`)
        await remindOfLimits(suite.container(), now)
        await remindOfLimits(suite.container(), now)
        const notes = await selectRows<{ key: string; data: { description: string } }>(
          suite.database(),
          "SELECT idempotency_key AS key, data FROM notification WHERE channel = 'feed' AND idempotency_key LIKE ? ORDER BY created_at, id",
          [`dk-subject-request:${id}:%`]
        )
        return notes.map(({ key, data }) => [key.split(":")[3], data.description])
      }
      expect(await remindedOn("2099-01-15")).toEqual([])
      const before = ["7_days", expect.stringContaining("senest den 30. januar 2099") as string]
      expect(await remindedOn("2099-01-21")).toEqual([before])
      const late = ["overdue", expect.stringContaining("skriv til personen") as string]
      expect(await remindedOn("2099-01-31")).toEqual([before, late])
      await finishOrder(orderId)
      await finishErasures(suite.container())
      await finishPlanned(suite.container())
      expect(await remindedOn("2099-03-01")).toEqual([before, late])
    })

    it("is held up by a claim until it is lifted", async () => {
      const email = "zqkrav@kunde.example"
      const account = await register(suite, { email, last_name: "Zqkravsen" })
      const hold = await suite.call<AdminHoldResponse>("POST", "/admin/privacy/holds", {
        headers,
        body: { customer_id: account.customerId, kind: "legal_claim", reason: "Krav" },
      })
      const id = await known("erasure", { email })
      const { request, outcome } = await done(id)
      expect(outcome).toMatchObject({ waiting: [{ reason: "legal_hold" }] })
      // Nobody knows when a claim ends, so no day is promised.
      expect(request.finish_by).toBeNull()
      const path = `/admin/privacy/holds/${hold.body.hold.id}/lift`
      await suite.call("POST", path, { headers, body: {} })
      await finishErasures(suite.container())
      await finishPlanned(suite.container())
      expect((await ends(id)).map(({ type }) => type)).toEqual(["planned", "completed"])
      expect(await tablesHolding(suite.database(), "zqkravsen")).toEqual([])
    })

    it("leaves to staff what several people of one mailbox bought", async () => {
      const email = "info@zqfaelles.example"
      const mine = await guestBuys(suite, email, { last_name: "Zqmin", address_1: "Zqminvej 1" })
      await guestBuys(suite, email, { last_name: "Zqandens", address_1: "Zqandensvej 1" })
      await finishOrder(mine)
      const id = await known("erasure", { email })
      expect(JSON.stringify(await preview(id))).toMatch(/shared_mailbox|several_names/)
      await done(id, { confirmed_order_ids: [mine] })
      expect(await tablesHolding(suite.database(), "zqminvej")).toEqual([])
      expect(await tablesHolding(suite.database(), "zqandensvej")).toContain("order_address")
    })

    it("is finished by the next who presses, wherever it was killed", async () => {
      for (const nth of [1, 3, 6, 12, 25, 60, 400]) {
        const email = `zqdraebt${nth.toString()}@kunde.example`
        await register(suite, { email, last_name: "Zqdraebtsen" })
        const id = await known("erasure", { email })
        await dyingAt(suite.database(), nth, async () => {
          if ((await fulfil(id)).status !== 200) throw new Error("the request was killed")
        })
        const { request, outcome } = await done(id)
        expect([nth, request.state]).toEqual([nth, "completed"])
        expect(JSON.stringify(outcome)).toContain(`"category":"account"`)
        expect(await ends(id)).toHaveLength(1)
        expect(await tablesHolding(suite.database(), "zqdraebtsen")).toEqual([])
        const list = await suite.call<{ erasures: AdminErasure[] }>(
          "GET",
          "/admin/privacy/erasures?limit=100",
          { headers }
        )
        expect(list.body.erasures.filter(({ status }) => status !== "done")).toEqual([])
      }
    })
  })

  describe("a request of rectification", () => {
    const shownFor = async (id: string, body: AdminFulfilSubjectRequest) => {
      const shown = await preview(id, body)
      if (shown.kind !== "rectification") throw new Error(shown.kind)
      return shown
    }

    it("corrects the account, its addresses and open orders, and names the invoice that is wrong", async () => {
      const { account, orderId: sold } = await buyOnce(suite, "zqret")
      await setBuyer(suite, `/admin/orders/${sold}`, headers, {
        type: "private",
        name_on_invoice: true,
      })
      const [invoice] = await finishOrder(sold)
      const cart = await createCart(suite, { token: account.token, email: account.email })
      const open = await buy(suite, cart, account.token)
      const kept = await suite.call<{ customer: { addresses: { id: string }[] } }>(
        "POST",
        "/store/customers/me/addresses",
        { headers: shopper(account.token), body: ADDRESS }
      )
      const book = kept.body.customer.addresses[0]?.id ?? ""
      const id = await known("rectification", { customer_id: account.customerId })
      const body = {
        customer: { last_name: "Zqnytnavn", phone: "20112233" },
        addresses: [
          { id: book, city: "Zqnyby" },
          { order_id: open, type: "shipping" as const, address_1: "Zqnyvej 2" },
        ],
      }
      const { now, ...shown } = await shownFor(id, body)
      expect(now.customers).toMatchObject([{ id: account.customerId, phone: null }])
      expect(now.addresses).toMatchObject([{ id: book, city: ADDRESS.city }])
      expect(now.orders.filter(({ order_id }) => order_id === open)).toMatchObject([
        { type: "shipping", address_1: ADDRESS.address_1 },
        { type: "billing", address_1: ADDRESS.address_1 },
      ])
      const answers = await Promise.all([fulfil(id, body), fulfil(id, body)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const [{ outcome }, again] = [answers[0].body, answers[1].body]
      expect(again.outcome).toEqual(outcome)
      expect(outcome).toMatchObject({ ...shown, order_ids: [open] })
      expect(outcome).toMatchObject({
        invoices_to_correct: [invoice?.document.number],
        fields: [
          ...["customer.last_name", "customer.phone", "address.city"],
          "order.shipping_address.address_1",
        ],
      })
      for (const [text, table] of [
        ["zqnytnavn", "customer"],
        ["zqnyby", "customer_address"],
        ["zqnyvej", "order_address"],
      ] as const) {
        expect(await tablesHolding(suite.database(), text)).toContain(table)
      }
      const changes = await selectRows(
        suite.database(),
        "SELECT 1 FROM order_change WHERE order_id = ? AND change_type = 'update_order'",
        [open]
      )
      expect(changes).toHaveLength(1)
      expect(JSON.stringify((await ends(id))[0]?.data)).not.toMatch(/zqny/i)
    })

    it("leaves closed orders and what is another's alone", async () => {
      const { account, orderId } = await buyOnce(suite, "zqfremmed")
      const other = await buyOnce(suite, "zqnabo")
      const id = await known("rectification", { customer_id: account.customerId })
      const refused = async (order_id: string) => {
        const answer = await fulfil(id, {
          addresses: [{ order_id, type: "billing", city: "Odense" }],
        })
        return [answer.status, answer.error.code, answer.error.message.split(":")[0]]
      }
      const field = "addresses.0.order_id"
      expect(await refused(other.orderId)).toEqual([400, "not_theirs", field])
      await suite.database()(`order`).where({ id: orderId }).update({ status: "completed" })
      expect(await refused(orderId)).toEqual([400, "order_closed", field])
      expect((await read(id)).state).toBe("in_progress")
    })
  })
}
