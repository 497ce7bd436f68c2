import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { releaseInvoices, sendDueDeliveries } from "../../../src/workflows/invoice"
import { deliveriesOf, goLive, SECRET, sellToAuthority, withOptions } from "../helpers/deliveries"
import { startTestProvider } from "../helpers/einvoice-provider"
import type { TestProvider } from "../helpers/einvoice-provider"
import { awaitInvoices } from "../helpers/invoices"
import { buy, captureOrder, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const tests = (suite: Suite): void => {
  let headers: Headers
  let provider: TestProvider
  let restore: () => void
  const { read, one, until, ask, settle, undelivered, xml, wait } = deliveriesOf(
    suite,
    () => headers
  )

  const sendDue = () => sendDueDeliveries(suite.container())
  const webhook = () => ({
    kind: "webhook" as const,
    url: provider.url,
    secret: SECRET,
    timeoutSeconds: 1,
  })

  beforeEach(async () => {
    headers = await staff(suite)
    provider = await startTestProvider()
    restore = withOptions(suite, { einvoice: { transport: webhook() } })
  })

  afterEach(async () => {
    restore()
    await provider.stop()
  })

  describe("the other ways out", () => {
    it("a folder gets one whole file per e-invoice, also when it is put there twice", async () => {
      const folder = await mkdtemp(join(tmpdir(), "dk-einvoices-"))
      try {
        restore()
        restore = withOptions(suite, { einvoice: { transport: { kind: "file", folder } } })
        await goLive(suite, headers)
        const { invoiceId } = await sellToAuthority(suite, headers)
        const { id } = await until(invoiceId, "delivered")
        const name = `F-4711-oioubl-${id}.xml`
        expect(await readdir(folder)).toEqual([name])
        const kept = await xml(invoiceId, id)
        expect(await readFile(join(folder, name), "utf8")).toBe(kept.text)
        // Killed between the file and its record.
        await suite
          .database()("dk_invoice_delivery")
          .update({ state: "queued", done_at: null, began_at: suite.database().fn.now() })
        await wait()
        await sendDue()
        expect([(await one(invoiceId))?.state, await readdir(folder)]).toEqual([
          "delivered",
          [name],
        ])
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })

    it("by hand: staff fetches the XML, sends it and says so", async () => {
      restore()
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      const { id, way } = await until(invoiceId, "not_sent")
      expect(way).toBe("manual")
      const file = await xml(invoiceId, id)
      expect(file.headers.get("content-disposition")).toBe(
        'attachment; filename="F-4711-oioubl.xml"'
      )
      expect(await undelivered()).toMatchObject([{ state: "not_sent", outcome: "ready" }])
      const wrong = await settle(invoiceId, id, { outcome: "gone" })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("outcome")])
      const settled = await settle(invoiceId, id, { outcome: "delivered" })
      expect(settled.body.delivery).toMatchObject({ state: "delivered", note: null })
      expect(await undelivered()).toEqual([])
    })

    it("by hand: it is made in the other format when staff asks, once", async () => {
      restore()
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      const first = await until(invoiceId, "not_sent")
      expect(first.format).toBe("oioubl")
      const peppol = { channel: "einvoice", format: "peppol" } as const
      const asked = await Promise.all([1, 2, 3].map(() => ask(invoiceId, peppol)))
      expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409])
      const { deliveries } = await read(invoiceId)
      expect(deliveries).toMatchObject([
        { state: "not_sent", format: "peppol" },
        { id: first.id, state: "failed", outcome: "other_format", format: "oioubl" },
      ])
      const [second] = deliveries
      expect((await xml(invoiceId, second?.id ?? "")).text).toContain("peppol.eu:2017")
      expect((await xml(invoiceId, first.id)).text).toContain("OIOUBL")
      expect(await undelivered()).toMatchObject([{ id: second?.id }])
      for (const body of [peppol, { channel: "einvoice" }] as const) {
        const refused = await ask(invoiceId, body)
        expect([refused.status, refused.error.code]).toEqual([409, "delivery_open"])
      }
      await settle(invoiceId, second?.id ?? "", { outcome: "delivered" })
      const late = await ask(invoiceId, { channel: "einvoice", format: "oioubl" })
      expect([late.status, late.error.code]).toEqual([409, "already_delivered"])
    })

    it("a document of the test series goes nowhere, unless a transport of tests takes it", async () => {
      const { invoiceId } = await sellToAuthority(suite, headers)
      await sendDue()
      expect((await read(invoiceId)).deliveries).toEqual([])
      const refused = await ask(invoiceId, { channel: "einvoice" })
      expect([refused.status, refused.error.code]).toEqual([409, "test_document"])
      restore()
      restore = withOptions(suite, { einvoice: { testTransport: webhook() } })
      const { invoiceId: another } = await sellToAuthority(suite, headers)
      expect(await until(another, "delivered")).toMatchObject({ asked_by: "system" })
      expect(provider.received).toHaveLength(1)
    })

    it("a business is sent one when staff asks, a private buyer never", async () => {
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers, {
        buyer: { type: "business", cvr: "10150817", company_name: "Byens Bøger ApS" },
      })
      await sendDue()
      expect((await read(invoiceId)).deliveries).toEqual([])
      const sent = await ask(invoiceId, { channel: "einvoice" })
      expect(sent.body.delivery).toMatchObject({
        state: "delivered",
        asked_by: expect.stringMatching(/^user_/) as string,
      })
      expect(provider.received[0]?.headers["x-dk-receiver"]).toBe("0184:10150817")
      const orderId = await buy(suite, await createCart(suite))
      await captureOrder(suite, orderId, headers)
      const [own] = await awaitInvoices(suite, orderId, headers)
      const refused = await ask(own?.id ?? "", { channel: "einvoice" })
      expect([refused.status, refused.error.code]).toEqual([409, "private_buyer"])
      const wrong = await ask(own?.id ?? "", { channel: "fax" })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("channel")])
      expect((await ask("dkinv_none", { channel: "einvoice" })).status).toBe(404)
    })

    it("what was sent is released with its document", async () => {
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      await until(invoiceId, "delivered")
      await releaseInvoices(suite.container())
      expect((await read(invoiceId)).deliveries).toHaveLength(1)
      await suite.database().transaction(async (transaction) => {
        await transaction.raw("SET LOCAL session_replication_role = replica")
        await transaction("dk_invoice").update({ issued_on: "2015-03-01" })
        await transaction("dk_invoice_keep").update({ keep_through: "2020-12-31" })
      })
      await releaseInvoices(suite.container())
      const left = await read(invoiceId)
      expect([left.deliveries, left.ways.einvoice]).toEqual([[], "document_released"])
      expect(await suite.database()("dk_invoice_delivery_payload").select("id")).toEqual([])
    })
  })
}

/** Its provider, register and options are set up for its own tests alone. */
export default (suite: Suite): void => {
  describe("ways of an e-invoice", () => {
    tests(suite)
  })
}
