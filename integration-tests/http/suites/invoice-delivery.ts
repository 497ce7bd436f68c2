import { createHmac } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import type { Knex } from "../../../src/shared/postgres"
import type { AdminInvoiceListResponse } from "../../../src/types/http"
import { sendDueDeliveries } from "../../../src/workflows/invoice"
import {
  AUTHORITY,
  deliveriesOf,
  goLive,
  SCHOOL,
  SECRET,
  sellToAuthority,
  withOptions,
} from "../helpers/deliveries"
import { dyingAt } from "../helpers/dying"
import { startTestProvider } from "../helpers/einvoice-provider"
import type { Manners, TestProvider } from "../helpers/einvoice-provider"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import { buy, captureOrder, createCart, eventually, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** More than one document takes from its seal to its delivery. */
const STATEMENTS = 16

/** Takes back all that followed the seal of a document, past the guards of the tables. */
const asJustSealed = (database: Knex, invoiceId: string): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction("dk_invoice_delivery_payload").delete()
    await transaction("dk_invoice_delivery").delete()
    await transaction("dk_invoice_announcement")
      .insert({ id: "dkiann_again", controller_id: "default", invoice_id: invoiceId })
      .onConflict("invoice_id")
      .ignore()
  })

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
    jest.restoreAllMocks()
    restore()
    await provider.stop()
  })

  describe("an e-invoice to an authority", () => {
    it("goes by itself, signed, and what was sent is kept byte for byte with the document", async () => {
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      const delivery = await until(invoiceId, "delivered")
      expect(delivery).toMatchObject({
        ...{ recipient: "receiver", way: "webhook", format: "oioubl", outcome: "http_200" },
        ...{ asked_by: "system", problems: [], attempts: 1, next_attempt_at: null },
      })
      const [request, ...more] = provider.received
      expect(more).toEqual([])
      const bytes = request?.bytes ?? Buffer.alloc(0)
      expect(bytes.toString("utf8")).toContain("Faxe Kommune, Åstrup Skole")
      expect(request?.headers).toMatchObject({
        "content-type": "application/xml; charset=utf-8",
        "idempotency-key": delivery.id,
        "x-dk-signature": `sha256=${createHmac("sha256", SECRET).update(bytes).digest("hex")}`,
        "x-dk-document": "F-4711",
        "x-dk-format": "oioubl",
        "x-dk-receiver": `0088:${AUTHORITY.ean}`,
      })
      const kept = await xml(invoiceId, delivery.id)
      expect([kept.status, kept.text]).toEqual([200, bytes.toString("utf8")])
      const rows = suite.database()("dk_invoice_delivery_payload")
      await expect(rows.clone().update({ content: "changed" })).rejects.toThrow("evidence")
      await expect(rows.clone().delete()).rejects.toThrow("evidence")
      const list = await suite.call<AdminInvoiceListResponse>("GET", "/admin/dk/invoices", {
        headers,
      })
      expect(list.body.invoices).toMatchObject([
        { delivery: { einvoice: "delivered", email: null } },
      ])
      expect(await undelivered()).toEqual([])
      expect((await read(invoiceId)).ways).toEqual({
        ...{ einvoice: "already_delivered", email: "email_unavailable" },
        ...{ typed: "email_unavailable", transport: "webhook" },
      })
    })

    it.each<[Manners, string, string]>([
      [202, "delivered", "http_202"],
      [409, "delivered", "http_409"],
      [422, "failed", "http_422"],
      [500, "queued", "http_500"],
      [504, "uncertain", "http_504"],
      ["hang", "uncertain", "no_answer"],
      ["cut", "uncertain", "no_answer"],
    ])("to a provider that answers %s is %s", async (manners, state, outcome) => {
      await goLive(suite, headers)
      provider.behave(manners)
      const { invoiceId } = await sellToAuthority(suite, headers)
      await eventually(async () => (await one(invoiceId))?.outcome)
      await wait()
      await sendDue()
      expect(await one(invoiceId)).toMatchObject({ state, outcome })
      if (state === "queued") return
      provider.behave(200)
      await wait()
      await sendDue()
      expect([provider.received.length, (await one(invoiceId))?.state]).toEqual([1, state])
    })

    it("comes again with the same bytes and key where the provider took nothing", async () => {
      await goLive(suite, headers)
      await provider.stop()
      const { invoiceId } = await sellToAuthority(suite, headers)
      await wait()
      await sendDue()
      expect(await one(invoiceId)).toMatchObject({ state: "queued", outcome: "econnrefused" })
      provider = await startTestProvider()
      provider.behave(503)
      restore()
      restore = withOptions(suite, { einvoice: { transport: webhook() } })
      await wait()
      await sendDue()
      provider.behave(200)
      await wait()
      await sendDue()
      const delivery = await one(invoiceId)
      expect([delivery?.state, delivery?.attempts]).toEqual(["delivered", expect.any(Number)])
      const [first, second, ...more] = provider.received
      expect(more).toEqual([])
      expect(first?.bytes).toEqual(second?.bytes)
      expect([first, second].map((it) => it?.headers["idempotency-key"])).toEqual([
        delivery?.id,
        delivery?.id,
      ])
    })

    it("without an answer waits for staff, and is sent anew only once staff says that it failed", async () => {
      await goLive(suite, headers)
      provider.behave("cut")
      const { invoiceId } = await sellToAuthority(suite, headers)
      const { id } = await until(invoiceId, "uncertain")
      expect(await undelivered()).toMatchObject([
        { invoice_id: invoiceId, number: "F-4711", channel: "einvoice", state: "uncertain" },
      ])
      provider.behave(200)
      const refused = await ask(invoiceId, { channel: "einvoice" })
      expect([refused.status, refused.error.code]).toEqual([409, "delivery_open"])
      const note = "Udbyderen har den ikke"
      const settled = await settle(invoiceId, id, { outcome: "failed", note })
      expect(settled.body.delivery).toMatchObject({ state: "failed", note })
      expect(settled.body.delivery.settled_by).toMatch(/^user_/)
      const again = await ask(invoiceId, { channel: "einvoice", format: "peppol" })
      expect([again.status, again.body.delivery]).toMatchObject([
        201,
        { state: "delivered", format: "peppol" },
      ])
      expect(provider.received.map((it) => it.headers["idempotency-key"])).toEqual([
        id,
        again.body.delivery.id,
      ])
      for (const known of [id, again.body.delivery.id]) {
        const late = await settle(invoiceId, known, { outcome: "delivered" })
        expect([late.status, late.error.code]).toEqual([409, "delivery_settled"])
      }
      expect(await undelivered()).toEqual([])
    })

    it.each([
      [200, "delivered", "status_200", 1],
      [404, "delivered", "http_200", 2],
      [422, "failed", "status_422", 1],
      [500, "uncertain", "no_answer", 1],
    ])(
      "without an answer is asked for after a while: %d is %s",
      async (status, state, outcome, posts) => {
        await goLive(suite, headers)
        restore()
        const statusUrl = provider.url.replace("e-invoices", "status")
        restore = withOptions(suite, { einvoice: { transport: { ...webhook(), statusUrl } } })
        provider.behave("cut")
        provider.say(status)
        const { invoiceId } = await sellToAuthority(suite, headers)
        const { id } = await until(invoiceId, "uncertain")
        provider.behave(200)
        await sendDue()
        expect(provider.asked).toEqual([])
        await suite
          .database()
          .raw("UPDATE dk_invoice_delivery SET done_at = done_at - interval '11 minutes'")
        await Promise.all(Array.from({ length: 3 }, sendDue))
        await sendDue()
        expect(provider.asked).toEqual([id])
        expect(await one(invoiceId)).toMatchObject({ state, outcome })
        expect(provider.received).toHaveLength(posts)
        const [first, again = first] = provider.received
        expect(again?.headers["idempotency-key"]).toBe(first?.headers["idempotency-key"])
        expect(again?.bytes).toEqual(first?.bytes)
      }
    )

    it("without an answer is posted three times at most on the word that nothing came", async () => {
      await goLive(suite, headers)
      restore()
      const statusUrl = provider.url.replace("e-invoices", "status")
      restore = withOptions(suite, { einvoice: { transport: { ...webhook(), statusUrl } } })
      provider.behave("cut")
      const { invoiceId } = await sellToAuthority(suite, headers)
      await until(invoiceId, "uncertain")
      for (let time = 0; time < 4; time += 1) {
        await suite
          .database()
          .raw(
            `UPDATE dk_invoice_delivery SET done_at = done_at - interval '11 minutes', next_attempt_at = now()`
          )
        await sendDue()
      }
      expect([provider.asked.length, provider.received.length]).toEqual([4, 3])
      expect(await one(invoiceId)).toMatchObject({ state: "uncertain", outcome: "no_answer" })
    })

    it("is posted once, however many work at it at once", async () => {
      await goLive(suite, headers)
      restore()
      restore = withOptions(suite, { einvoice: { transport: { kind: "manual" } } })
      const { invoiceId } = await sellToAuthority(suite, headers)
      const { id } = await until(invoiceId, "not_sent")
      await settle(invoiceId, id, { outcome: "failed" })
      restore()
      restore = withOptions(suite, { einvoice: { transport: webhook() } })
      const asked = await Promise.all(
        Array.from({ length: 5 }, () => ask(invoiceId, { channel: "einvoice" }))
      )
      expect(asked.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
      await Promise.all(Array.from({ length: 5 }, sendDue))
      expect(provider.received).toHaveLength(1)
    })

    it("whose server dies at any statement is posted at most once, and its end is known or left to staff", async () => {
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      await until(invoiceId, "delivered")
      // The job alone tells and sends.
      jest.spyOn(suite.container().resolve(Modules.EVENT_BUS), "emit").mockResolvedValue()
      const ends = new Set<string>()
      for (let nth = 1; nth <= STATEMENTS; nth += 1) {
        provider.received.length = 0
        await asJustSealed(suite.database(), invoiceId)
        await dyingAt(suite.database(), nth, sendDue)
        for (let later = 0; later < 2; later += 1) {
          await wait()
          await sendDue()
        }
        const { deliveries } = await read(invoiceId)
        const [delivery] = deliveries
        expect(deliveries).toHaveLength(1)
        expect(provider.received.length).toBeLessThanOrEqual(1)
        expect(["delivered", "uncertain"]).toContain(delivery?.state)
        if (delivery?.state === "delivered") expect(provider.received).toHaveLength(1)
        ends.add(delivery?.state ?? "")
      }
      expect([...ends].sort()).toEqual(["delivered", "uncertain"])
    })

    it("that its receiver would refuse says why, and is not sent", async () => {
      await goLive(suite, headers)
      const cartId = await createCart(suite, { billing_address: SCHOOL })
      await setBuyer(suite, `/store/carts/${cartId}`, shopper(), AUTHORITY)
      const orderId = await buy(suite, cartId)
      await suite.database()("dk_buyer").update({ person_reference: null })
      await captureOrder(suite, orderId, headers)
      const [{ id: invoiceId } = { id: "" }] = await awaitInvoices(suite, orderId, headers)
      const delivery = await until(invoiceId, "failed")
      const problems = [{ code: "buyer_reference_required", rule: "F-INV046" }]
      expect(delivery).toMatchObject({ outcome: "einvoice_incomplete", problems })
      expect(await undelivered()).toMatchObject([{ invoice_id: invoiceId, problems }])
      expect(provider.received).toEqual([])
      // Staff found another way.
      const settled = await settle(invoiceId, delivery.id, { outcome: "delivered", note: "Virk" })
      expect(settled.body.delivery.state).toBe("delivered")
    })
  })
}

/** Its provider, register and options are set up for its own tests alone. */
export default (suite: Suite): void => {
  describe("sending e-invoices", () => {
    tests(suite)
  })
}
