import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminInvoiceVerificationResponse,
  AdminKeptUntilResponse,
  AdminStopResponse,
} from "../../../src/types/http"
import { releaseInvoices } from "../../../src/workflows/invoice"
import { awaitInvoices, invoicesOf } from "../helpers/invoices"
import { buy, captureOrder, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { whileStopping } from "../helpers/stops"
import type { Suite } from "../helpers/suite"

export default (suite: Suite): void => {
  let headers: Headers

  const goLive = (body: object) => suite.call("POST", "/admin/dk/invoice-series", { headers, body })
  const sell = async (): Promise<string> => {
    const orderId = await buy(suite, await createCart(suite))
    await captureOrder(suite, orderId, headers)
    await awaitInvoices(suite, orderId, headers)
    return orderId
  }
  const verify = async () => {
    const path = "/admin/dk/invoices/verification"
    const { body } = await suite.call<AdminInvoiceVerificationResponse>("GET", path, { headers })
    return body.series
  }
  const keptThrough = async (orderId: string) =>
    (await invoicesOf(suite, orderId, headers)).invoices.map(({ keep_through: day }) => day)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  describe("a document whose term is over", () => {
    /** As somebody who owns the database could do it: past the guards of the tables. */
    const age = (orderId: string) =>
      suite.database().transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction.raw(`UPDATE dk_invoice SET issued_on = '2015-03-01'
          WHERE id IN (SELECT invoice_id FROM dk_invoice_document WHERE order_id = '${orderId}');
         UPDATE dk_invoice_keep SET keep_through = '2020-12-31'
          WHERE invoice_id IN (SELECT invoice_id FROM dk_invoice_document WHERE order_id = '${orderId}')`)
      })
    const documents = async () => {
      const rows = await selectRows<{ order_id: string }>(
        suite.database(),
        "SELECT order_id FROM dk_invoice_document ORDER BY order_id"
      )
      return rows.map(({ order_id: id }) => id)
    }

    it("goes by itself, its stub stays, others stay, and nothing is issued again", async () => {
      await goLive({ first_number: 1 })
      const [old, young] = [await sell(), await sell()]
      await age(old)
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([young])
      expect((await verify())[0]).toMatchObject({ checked: 2, released: 1, first_break: null })
      await suite.call("POST", `/admin/orders/${old}/dk-invoices`, { headers, body: {} })
      expect(await documents()).toEqual([young])
    })

    it("is counted by the month it is let go after", async () => {
      await sell()
      const orderId = await sell()
      const read = async () => {
        const path = "/admin/dk/invoices/kept-until"
        return (await suite.call<AdminKeptUntilResponse>("GET", path, { headers })).body.kept
      }
      const [end = null] = await keptThrough(orderId)
      expect(await read()).toEqual([{ month: end?.slice(0, 7), count: 2 }])
      await age(orderId)
      expect(await read()).toEqual([
        { month: "2020-12", count: 1 },
        { month: end?.slice(0, 7), count: 1 },
      ])
    })

    it("of a guest waits while the account of the same address is held", async () => {
      await goLive({ first_number: 1 })
      const { customerId } = await register(suite, { email: "Karen@kunde.example" })
      const orderId = await sell()
      await age(orderId)
      const { status } = await suite.call("POST", "/admin/privacy/holds", {
        headers,
        body: { customer_id: customerId, kind: "dispute", reason: "Klage over en vare" },
      })
      expect(status).toBe(201)
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([orderId])
    })

    it("waits while an authority wants everything to stay", async () => {
      await goLive({ first_number: 1 })
      const orderId = await sell()
      await age(orderId)
      const { body } = await suite.call<AdminStopResponse>("POST", "/admin/privacy/stops", {
        headers,
        body: { kind: "court", reason: "Sag om varemærke", ends_on: copenhagenDay(new Date()) },
      })
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([orderId])
      const path = `/admin/privacy/stops/${body.stop.id}/lift`
      await suite.call("POST", path, { headers, body: { reason: "Sagen er slut" } })
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([])
    })

    it("stays when all erasing is stopped at that moment", async () => {
      await goLive({ first_number: 1 })
      const orderId = await sell()
      await age(orderId)
      await whileStopping(suite, () => releaseInvoices(suite.container()))
      expect(await documents()).toEqual([orderId])
    })

    it("waits while it is held", async () => {
      await goLive({ first_number: 1 })
      const orderId = await sell()
      await age(orderId)
      const { body } = await suite.call<{ hold: { id: string } }>("POST", "/admin/privacy/holds", {
        headers,
        body: { order_id: orderId, kind: "authority", reason: "Skattestyrelsen spørger" },
      })
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([orderId])
      await suite.call("POST", `/admin/privacy/holds/${body.hold.id}/lift`, { headers, body: {} })
      await releaseInvoices(suite.container())
      expect(await documents()).toEqual([])
    })
  })
}
