import type { EarlierOrder, KeptCopy } from "../../../src/modules/invoice/earlier/read-earlier"
import type { AdminEarlierYearsResponse } from "../../../src/types/http"
import type { Headers } from "../helpers/shop"
import { ADDRESS, buy, captureOrder, createCart, staff } from "../helpers/shop"
import { bookkeeperOf, rowsOf } from "../helpers/external-invoices"
import { erasuresOf } from "../helpers/erasures"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const EARLIER = "/admin/dk/earlier-orders"

type Batch = {
  dry_run: boolean
  orders: {
    order_id: string
    copies: number
    missing: { field: string }[]
    failed: string | null
  }[]
  next: string | null
}

export default (suite: Suite): void => {
  describe("orders from before the plugin looked after invoices", () => {
    let headers: Headers

    beforeEach(async () => {
      headers = await staff(suite)
    })

    /** An order of 2025 as a store brings it along: nobody was asked who bought. */
    const earlier = async (cart: Parameters<typeof createCart>[1] = {}, isPaid = true) => {
      const id = await buy(suite, await createCart(suite, cart))
      await suite.settle()
      const database = suite.database()
      await database.raw(`UPDATE "order" SET created_at = '2025-03-05' WHERE id = ?`, [id])
      if (isPaid) await captureOrder(suite, id, headers)
      await suite.settle()
      await database.raw(`UPDATE capture SET created_at = '2025-03-06'`)
      return id
    }
    const list = async (query = "") => {
      type Body = { earlier_orders: EarlierOrder[]; count: number }
      return (await suite.call<Body>("GET", `${EARLIER}?${query}`, { headers })).body
    }
    const years = async () => {
      const path = `${EARLIER}/years`
      return (await suite.call<AdminEarlierYearsResponse>("GET", path, { headers })).body.years
    }
    const archive = async (body: object = {}) =>
      (await suite.call<Batch>("POST", EARLIER, { headers, body })).body
    const copiesOf = async (orderId: string) => {
      const path = `/admin/orders/${orderId}/archive-copies`
      type Body = { archive_copies: KeptCopy[] }
      return (await suite.call<Body>("GET", path, { headers })).body.archive_copies
    }

    it("are listed, and copies of the paid ones are kept in batches, once, without a number", async () => {
      const company = { ...ADDRESS, company: "Byens Bøger ApS" }
      const paid = [await earlier(), await earlier({ billing_address: company })]
      const unpaid = await earlier({}, false)
      await buy(suite, await createCart(suite))
      const all = await list()
      expect([all.count, all.earlier_orders]).toEqual([
        3,
        expect.arrayContaining([
          expect.objectContaining({ order_id: paid[0], is_captured: true, covered_by: null }),
          expect.objectContaining({ order_id: unpaid, is_captured: false }),
        ]),
      ])
      expect((await list("is_captured=false")).count).toBe(1)
      const counted = { year: 2025, unpaid: 1, past: 0, numbered: 0, copied: 0, left: 2 }
      expect(await years()).toEqual([counted])

      const dry = await archive({ dry_run: true })
      expect(dry.orders.map(({ order_id: id, copies }) => [id, copies])).toEqual(
        [...paid].sort().map((id) => [id, 1])
      )
      expect(await rowsOf(suite, "dk_invoice_archive")).toBe(0)
      const first = await archive({ limit: 1 })
      expect([first.orders.length, first.next]).toEqual([1, [...paid].sort()[0]])
      await Promise.all([archive(), archive(), archive({ after: first.next ?? "" })])
      expect(await rowsOf(suite, "dk_invoice_archive")).toBe(2)
      expect((await archive()).orders.every(({ copies }) => copies === 0)).toBe(true)
      for (const table of ["", "_document", "_cause", "_request"]) {
        expect(await rowsOf(suite, `dk_invoice${table}`)).toBe(0)
      }
      expect((await list("is_covered=true")).count).toBe(2)
      expect(await years()).toEqual([{ ...counted, copied: 2, left: 0 }])

      const [consumer, business] = [await copiesOf(paid[0] ?? ""), await copiesOf(paid[1] ?? "")]
      expect(consumer).toMatchObject([
        {
          concerns_on: "2025-03-06",
          keep_through: "2030-12-31",
          document: { kind: "invoice", totals: { gross: 13800 }, buyer: { type: "private" } },
        },
      ])
      expect(consumer[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
      for (const key of ["number", "series", "salt"]) {
        expect(consumer[0]?.document).not.toHaveProperty(key)
      }
      expect(business).toMatchObject([
        { document: { buyer: { type: "business", company_name: "Byens Bøger ApS" } } },
      ])
      const stranger = await staff(suite, STRANGER_STAFF)
      const refused = await suite.call("POST", EARLIER, { headers: stranger, body: {} })
      expect(refused.status).toBe(403)
      await expect(suite.database().raw("DELETE FROM dk_invoice_archive")).rejects.toThrow(
        "is kept"
      )
    })

    it("are counted apart, and not copied, where bookkeeping keeps them no longer", async () => {
      await earlier()
      const database = suite.database()
      await database.raw(`UPDATE "order" SET created_at = '2020-03-05'`)
      await database.raw(`UPDATE capture SET created_at = '2020-03-06'`)
      const none = { unpaid: 0, numbered: 0, copied: 0, left: 0 }
      expect(await years()).toEqual([{ year: 2020, ...none, past: 1 }])
      expect((await archive()).orders).toMatchObject([{ copies: 0, missing: [], failed: null }])
    })

    it("need no name once a copy or a number stands for them, and a late refund is kept too", async () => {
      const [copied, numbered] = [await earlier(), await earlier()]
      await archive()
      const path = `/admin/orders/${copied}?fields=payment_collections.payments.id`
      type Body = { order: { payment_collections: { payments: { id: string }[] }[] } }
      const { body } = await suite.call<Body>("GET", path, { headers })
      const payment = body.order.payment_collections[0]?.payments[0]?.id ?? ""
      const refund = { headers, body: { amount: 38 } }
      await suite.call("POST", `/admin/payments/${payment}/refund`, refund)
      await suite.settle()
      expect((await archive()).orders.find((it) => it.order_id === copied)?.copies).toBe(1)
      const year = new Date().getFullYear() + 5
      expect((await copiesOf(copied)).map((it) => [it.document.kind, it.keep_through])).toEqual([
        ["invoice", `${year.toString()}-12-31`],
        ["credit_note", `${year.toString()}-12-31`],
      ])

      const { record } = bookkeeperOf(suite, headers)
      const number = { system: "billy", number: "88", issued_on: "2025-03-06", kind: "invoice" }
      expect((await record(numbered, number)).status).toBe(201)
      expect((await list("is_covered=false")).count).toBe(0)
      expect(await years()).toEqual([
        { year: 2025, unpaid: 0, past: 0, numbered: 1, copied: 1, left: 0 },
      ])
      for (const id of [copied, numbered]) await shipOrder(suite, id, headers)
      await suite.settle()
      const { preview } = erasuresOf(suite)
      const seen = await preview(headers, { email: "karen@kunde.example" })
      expect([seen.blocked, seen.kept_orders]).toEqual([[], []])
      expect(seen.kept_documents).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ order_id: copied, number: "arkivkopi" }),
          expect.objectContaining({ order_id: numbered, number: "billy 88" }),
        ])
      )
    })
  })
}
