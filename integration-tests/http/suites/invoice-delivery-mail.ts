import { Modules } from "@medusajs/framework/utils"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminInvoiceDelivery } from "../../../src/types/http"
import { sendDueDeliveries } from "../../../src/workflows/invoice"
import { tablesHolding } from "../helpers/canary"
import { deliveriesOf, goLive, pay, sellToAuthority, withOptions } from "../helpers/deliveries"
import type { Sold } from "../helpers/deliveries"
import { dyingAt } from "../helpers/dying"
import { erasuresOf } from "../helpers/erasures"
import { openMailbox } from "../helpers/mailbox"
import type { TestMailbox } from "../helpers/mailbox"
import { buy, createCart, eventually, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const TYPED = "zqtyped@kunde.example"
const STATEMENTS = 12
const AT_ONCE = { override_blocks: true, grace_hours: 0 }

const tests = (suite: Suite): void => {
  let headers: Headers
  let mailbox: TestMailbox
  let restore: () => void = () => undefined
  const { one, read, until, ask, settle, undelivered, wait } = deliveriesOf(suite, () => headers)
  const { erase } = erasuresOf(suite)

  const sendDue = () => sendDueDeliveries(suite.container())
  const sell = async (options: Parameters<typeof createCart>[1] = {}): Promise<Sold> =>
    pay(suite, await buy(suite, await createCart(suite, options), options.token), headers)
  const notifications = () =>
    selectRows<{ to: string; status: string }>(
      suite.database(),
      `SELECT "to", status FROM notification WHERE channel = 'email'`
    )

  beforeEach(async () => {
    headers = await staff(suite)
    mailbox = await openMailbox(suite)
    await goLive(suite, headers)
  })

  afterEach(() => {
    restore()
    restore = () => undefined
    jest.restoreAllMocks()
  })

  describe("the mail about an invoice", () => {
    it("brings a guest a link that opens the invoice, once, with the token in the fragment", async () => {
      const { orderId, invoiceId } = await sell({ locale: "en-GB" })
      const delivery = await until(invoiceId, "delivered", "email")
      expect(delivery).toMatchObject({ recipient: "order", way: "link", outcome: "mailed" })
      await Promise.all(Array.from({ length: 4 }, sendDue))
      const [mail, ...more] = mailbox.mails
      expect(more).toEqual([])
      expect(mail).toMatchObject({
        ...{ to: "karen@kunde.example", channel: "email", template: "dk-invoice-issued" },
        data: { locale: "en", kind: "invoice", number: "F-4711", currency: "DKK" },
        content: { subject: "Invoice F-4711 from Nordlys Papir ApS" },
      })
      const link = new URL(String(mail?.data?.link))
      expect([link.pathname, link.search]).toEqual([`/invoices/${orderId}`, ""])
      const token = link.hash.replace("#token=", "")
      expect(token).toMatch(/^[0-9a-f]{64}$/)
      const opened = await suite.call<{ invoices: { id: string }[] }>(
        "GET",
        `/store/orders/${orderId}/dk-invoices`,
        { headers: { ...shopper(), "x-dk-invoice-token": token } }
      )
      expect(opened.body.invoices).toMatchObject([{ id: invoiceId }])
    })

    it("sends an account to its login, and brings a credit note and the PDF where the store wants that", async () => {
      restore = withOptions(suite, { send: "pdf" })
      const account = await register(suite, { email: "zqaccount@kunde.example" })
      const { invoiceId } = await sell({ token: account.token, email: account.email })
      await until(invoiceId, "delivered", "email")
      const [mail] = mailbox.mails
      expect(mail?.data).not.toHaveProperty("link")
      expect(mail?.content).toMatchObject({ text: expect.stringContaining("vedhæftet") as string })
      const [file] = mail?.attachments ?? []
      expect([file?.filename, file?.content_type]).toEqual(["F-4711.pdf", "application/pdf"])
      expect(
        Buffer.from(file?.content ?? "", "base64")
          .subarray(0, 5)
          .toString()
      ).toBe("%PDF-")
      restore()
      await ask(invoiceId, { channel: "email" })
      expect(mailbox.mails[1]?.data?.link).not.toContain("#")
    })

    it("is not sent where it is turned off, nor about a test document, nor for want of a provider", async () => {
      restore = withOptions(suite, { send: false })
      const { invoiceId } = await sell()
      await sendDue()
      expect([await one(invoiceId, "email"), mailbox.mails]).toEqual([undefined, []])
      restore()
      // Turned on later it does not run through what was issued before.
      await sendDue()
      expect(mailbox.mails).toEqual([])
      await suite
        .database()("notification_provider")
        .where({ id: "test-mail" })
        .update({ is_enabled: false })
      const { invoiceId: unsent } = await sell()
      await sendDue()
      expect(await one(unsent, "email")).toBeUndefined()
      const refused = await ask(unsent, { channel: "email" })
      expect([refused.status, refused.error.code]).toEqual([409, "email_unavailable"])
    })

    it("comes again when the provider failed, and is one all the same", async () => {
      mailbox.fail(true)
      const { invoiceId } = await sell()
      await eventually(async () => (await one(invoiceId, "email"))?.outcome === "mail_refused")
      mailbox.fail(false)
      await wait()
      await Promise.all(Array.from({ length: 4 }, sendDue))
      expect([(await one(invoiceId, "email"))?.state, mailbox.mails.length]).toEqual([
        "delivered",
        1,
      ])
    })

    it("whose server dies at any statement is sent at most once, and its end is known or left to staff", async () => {
      const { invoiceId } = await sell()
      await until(invoiceId, "delivered", "email")
      jest.spyOn(suite.container().resolve(Modules.EVENT_BUS), "emit").mockResolvedValue()
      for (let nth = 1; nth <= STATEMENTS; nth += 1) {
        mailbox.mails.length = 0
        await suite.database()("notification").delete()
        await suite
          .database()("dk_invoice_delivery")
          .update({
            ...{ state: "queued", done_at: null, began_at: null, claimed_until: null },
          })
        await wait()
        await dyingAt(suite.database(), nth, sendDue)
        for (let later = 0; later < 2; later += 1) {
          await wait()
          await sendDue()
        }
        const delivery = await one(invoiceId, "email")
        expect(["delivered", "uncertain"]).toContain(delivery?.state)
        expect(mailbox.mails.length).toBeLessThanOrEqual(1)
      }
    })

    it("goes to the order's address as it is now", async () => {
      const { orderId, invoiceId } = await sellToAccount()
      await until(invoiceId, "delivered", "email")
      const order = suite.database()("order").where({ id: orderId })
      await order.update({ email: "zqnew@kunde.example" })
      await ask(invoiceId, { channel: "email" })
      expect(mailbox.mails.map(({ to }) => to)).toEqual([
        "zqbuyer@kunde.example",
        "zqnew@kunde.example",
      ])
    })

    it("goes to nobody after the buyer's erasure, not even what waited", async () => {
      const { account, invoiceId } = await sellToAccount()
      await until(invoiceId, "delivered", "email")
      await erase(headers, { customer_id: account.customerId, ...AT_ONCE })
      await suite
        .database()("dk_invoice_delivery")
        .where({ asked_by: "system" })
        .update({ state: "queued", done_at: null })
      await wait()
      await sendDue()
      expect([(await one(invoiceId, "email"))?.state, mailbox.mails.length]).toEqual(["failed", 1])
      const refused = await ask(invoiceId, { channel: "email" })
      expect([refused.status, refused.error.code]).toEqual([409, "nobody_to_mail"])
      expect(await undelivered()).toEqual([])
      expect(await notifications()).toEqual([])
    })
  })

  describe("an address that staff types", () => {
    const expectNowhere = async () => {
      expect(await tablesHolding(suite.database(), TYPED)).toEqual([])
      expect(await tablesHolding(suite.database(), "zqtyped")).toEqual([])
    }

    it("gets the document itself, also after the buyer's erasure, and is nowhere afterwards", async () => {
      const { account, invoiceId } = await sellToAccount()
      await until(invoiceId, "delivered", "email")
      await erase(headers, { customer_id: account.customerId, ...AT_ONCE })
      const sent = await ask(invoiceId, { channel: "email", email: TYPED })
      expect([sent.status, sent.body.delivery]).toMatchObject([
        201,
        { recipient: "typed", way: "pdf", state: "delivered" },
      ])
      expect(sent.text).not.toContain("zqtyped")
      const mail = mailbox.mails.at(-1)
      expect([mail?.to, mail?.attachments?.length]).toEqual([TYPED, 1])
      await expectNowhere()
      const wrong = await ask(invoiceId, { channel: "email", email: "zqtyped" })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("email")])
      expect(wrong.text).not.toContain("zqtyped")
    })

    it("is nowhere when the provider refused it either", async () => {
      const { invoiceId } = await sell()
      await until(invoiceId, "delivered", "email")
      mailbox.fail(true)
      const { body } = await ask(invoiceId, { channel: "email", email: TYPED })
      expect(body.delivery).toMatchObject({ state: "failed", outcome: "mail_refused" })
      await expectNowhere()
      await wait()
      await sendDue()
      await expectNowhere()
    })

    it("is nowhere once the job has run, at whatever statement the server died", async () => {
      const { invoiceId } = await sell()
      await until(invoiceId, "delivered", "email")
      jest.spyOn(suite.container().resolve(Modules.EVENT_BUS), "emit").mockResolvedValue()
      const ends = new Set<AdminInvoiceDelivery["state"]>()
      for (let nth = 1; nth <= STATEMENTS; nth += 1) {
        mailbox.mails.length = 0
        await dyingAt(suite.database(), nth, async () => {
          await ask(invoiceId, { channel: "email", email: TYPED })
        })
        await wait()
        await sendDue()
        await expectNowhere()
        expect(mailbox.mails.length).toBeLessThanOrEqual(1)
        for (const { state } of (await read(invoiceId)).deliveries) ends.add(state)
      }
      expect(ends).not.toContain("queued")
      expect(ends).toContain("delivered")
    })

    it("may get a test document, which is mailed to no buyer", async () => {
      await suite.database()("dk_invoice_series").where({ kind: "live" }).delete()
      const { invoiceId } = await sell()
      const refused = await ask(invoiceId, { channel: "email" })
      expect([refused.status, refused.error.code]).toEqual([409, "test_document"])
      const sent = await ask(invoiceId, { channel: "email", email: TYPED })
      expect(sent.body.delivery.state).toBe("delivered")
      await expectNowhere()
    })
  })

  describe("an e-invoice by mail", () => {
    it("reaches the provider's mailbox as an attachment, once", async () => {
      const to = "ind@udbyder.example"
      restore = withOptions(suite, { send: false, einvoice: { transport: { kind: "email", to } } })
      const { invoiceId } = await sellToAuthority(suite, headers)
      const { id } = await until(invoiceId, "delivered")
      await Promise.all(Array.from({ length: 4 }, sendDue))
      const [mail, ...more] = mailbox.mails
      expect(more).toEqual([])
      expect(mail).toMatchObject({
        ...{ to, template: "dk-e-invoice" },
        data: { number: "F-4711", format: "oioubl", receiver: "0088:5798000420526" },
        attachments: [{ filename: "F-4711-oioubl.xml", content_type: "application/xml" }],
      })
      const payload = await suite
        .database()("dk_invoice_delivery_payload")
        .where({ delivery_id: id })
        .first<{ content: string } | undefined>("content")
      const [file] = mail?.attachments ?? []
      expect(Buffer.from(file?.content ?? "", "base64").toString("utf8")).toBe(payload?.content)
      expect((await settle(invoiceId, id, { outcome: "failed" })).status).toBe(409)
    })
  })

  const sellToAccount = async () => {
    const account = await register(suite, { email: "zqbuyer@kunde.example" })
    return { account, ...(await sell({ token: account.token, email: account.email })) }
  }
}

/** Its provider, register and options are set up for its own tests alone. */
export default (suite: Suite): void => {
  describe("mailing invoices", () => {
    tests(suite)
  })
}
