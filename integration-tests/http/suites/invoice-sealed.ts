import { createHash } from "node:crypto"
import { copenhagenDay } from "../../../src/rules"
import type { Knex } from "../../../src/shared/postgres"
import { awaitInvoices, invoicesOf, setBuyer } from "../helpers/invoices"
import { buy, captureOrder, createCart, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const OFFICE = {
  first_name: "Ole",
  last_name: "Kontakt",
  company: "Byens Bøger ApS",
  address_1: "Torvet 1",
  postal_code: "5000",
  city: "Odense C",
  country_code: "dk",
}

const EVIDENCE = ["dk_invoice_document", "dk_invoice_keep", "dk_invoice_cause", "dk_invoice"]

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

const contentOf = async (database: Knex, invoiceId: string): Promise<string> => {
  const row = await database("dk_invoice_document")
    .where({ invoice_id: invoiceId })
    .first<{ content: string } | undefined>("content")
  return row?.content ?? ""
}

/** Pays back a part of an order's only payment. */
const refund = async (suite: Suite, orderId: string, amount: number, headers: Headers) => {
  const answer = await suite.call<{
    order: { payment_collections: { payments: { id: string }[] }[] }
  }>("GET", `/admin/orders/${orderId}?fields=payment_collections.payments.id`, { headers })
  const id = answer.body.order.payment_collections[0]?.payments[0]?.id ?? ""
  const refunded = await suite.call("POST", `/admin/payments/${id}/refund`, {
    headers,
    body: { amount },
  })
  if (refunded.status !== 200) throw new Error(`refund: ${refunded.text}`)
}

const sellToCompany = async (suite: Suite, headers: Headers): Promise<string> => {
  const cartId = await createCart(suite, { billing_address: OFFICE })
  await setBuyer(suite, `/store/carts/${cartId}`, shopper(), {
    type: "business",
    cvr: "10150817",
    company_name: "Byens Bøger ApS",
  })
  const orderId = await buy(suite, cartId)
  await captureOrder(suite, orderId, headers)
  await awaitInvoices(suite, orderId, headers)
  return orderId
}

/** Turns the test series into a live one, as if go-live had been recorded. Triggers are off meanwhile. */
const goLive = (database: Knex): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction("dk_invoice_series").update({ kind: "live" })
  })

const backDate = (database: Knex, keepThrough: string, issuedOn?: string): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    if (issuedOn) await transaction("dk_invoice").update({ issued_on: issuedOn })
    await transaction("dk_invoice_keep").update({ keep_through: keepThrough })
  })

export default (suite: Suite): void => {
  describe("a sealed document", () => {
    it("stays as it was: order, buyer and names change, the credit notes name the company as the invoice did", async () => {
      const headers = await staff(suite)
      const orderId = await sellToCompany(suite, headers)
      const [invoice] = (await invoicesOf(suite, orderId, headers)).invoices
      const sealed = await contentOf(suite.database(), invoice?.id ?? "")
      await suite.database()("order_address").update({ company: "X", address_1: "X", city: "X" })
      await suite.database()("dk_buyer").update({ company_name: "Andet navn", cvr: null })
      await suite.database()("customer").update({ email: "slettet@invalid.invalid" })

      await refund(suite, orderId, 38, headers)
      const [, part] = await awaitInvoices(suite, orderId, headers, 2)
      await refund(suite, orderId, 100, headers)
      const [, , rest] = await awaitInvoices(suite, orderId, headers, 3)

      expect(part).toMatchObject({ kind: "credit_note", number: "TEST-2", amends: invoice?.id })
      expect(part?.document).toMatchObject({
        totals: { net: 3040, vat: 760, gross: 3800 },
        lines: [{ kind: "credit", vat_rate: "25" }],
        amends: { number: "TEST-1", issued_on: invoice?.issued_on },
      })
      expect(rest?.document.totals).toEqual({ net: 8000, vat: 2000, gross: 10000 })
      for (const note of [part, rest]) {
        expect(note?.document.buyer).toEqual(invoice?.document.buyer)
        expect(note?.document.buyer).toMatchObject({
          company_name: "Byens Bøger ApS",
          cvr: "10150817",
          address: { address_1: "Torvet 1", city: "Odense C" },
        })
      }
      expect(await contentOf(suite.database(), invoice?.id ?? "")).toBe(sealed)
    })

    it("is credited line by line when all is paid back", async () => {
      const headers = await staff(suite)
      const orderId = await sellToCompany(suite, headers)
      await refund(suite, orderId, 138, headers)
      const [invoice, note] = await awaitInvoices(suite, orderId, headers, 2)
      expect(note?.document.lines).toEqual(invoice?.document.lines)
      expect(note?.document.totals.gross).toBe(13800)
      expect(note?.document.payments).toMatchObject([
        { method: "manual", amount: note?.document.totals.gross },
      ])
    })

    it("has the bytes of its digest, chained in the series, with a stub that holds no person", async () => {
      const headers = await staff(suite)
      const orderId = await sellToCompany(suite, headers)
      await refund(suite, orderId, 38, headers)
      const invoices = await awaitInvoices(suite, orderId, headers, 2)
      let previous: string | null = null
      for (const { id, digest, previous_digest } of invoices) {
        const content = await contentOf(suite.database(), id)
        expect(sha256(content)).toBe(digest)
        expect(previous_digest).toBe(previous)
        const document = JSON.parse(content) as { previous_digest: string | null; salt: string }
        expect(document.previous_digest).toBe(previous)
        expect(document.salt).toMatch(/^[0-9a-f]{64}$/)
        previous = digest
      }
      const stubs = (await suite.database()("dk_invoice").select("*")) as object[]
      expect(stubs).toHaveLength(2)
      expect(JSON.stringify(stubs)).not.toMatch(new RegExp(`Byens|10150817|13800|${orderId}`))
    })

    it("is kept five years from the end of the financial year, and moved by a later credit note", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await sellToCompany(suite, headers)
      const year = Number(copenhagenDay(new Date()).slice(0, 4))
      const before = (await invoicesOf(suite, orderId, headers)).invoices
      expect(before.map(({ keep_through }) => keep_through)).toEqual([`${year + 5}-12-31`])
      await backDate(database, `${year + 4}-12-31`)
      await refund(suite, orderId, 38, headers)
      const after = await awaitInvoices(suite, orderId, headers, 2)
      expect(after.map(({ keep_through }) => keep_through)).toEqual(
        Array(2).fill(`${year + 5}-12-31`)
      )
      const rows = await database("dk_invoice_keep")
        .where({ invoice_id: after[0]?.id })
        .orderBy("position")
        .select("keep_through", "cause")
      expect(rows).toEqual([
        { keep_through: `${year + 4}-12-31`, cause: "issued" },
        { keep_through: `${year + 5}-12-31`, cause: `credit_note:${after[1]?.id ?? ""}` },
      ])
    })

    it("is never changed; a test document may go at once, a live one after its term, its stub never", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await sellToCompany(suite, headers)
      for (const table of EVIDENCE) {
        await expect(database(table).update({ controller_id: "other" })).rejects.toThrow(/evidence/)
      }
      await expect(database("dk_invoice_series").update({ kind: "live" })).rejects.toThrow(/keeps/)

      await goLive(database)
      for (const table of EVIDENCE) {
        await expect(database(table).delete()).rejects.toThrow(/evidence/)
      }
      await backDate(database, copenhagenDay(new Date()))
      await expect(database("dk_invoice_document").delete()).rejects.toThrow(/evidence/)
      // Not before the law's own five years, whatever the row of keeping says.
      await backDate(database, "2020-12-31")
      await expect(database("dk_invoice_document").delete()).rejects.toThrow(/evidence/)
      await backDate(database, "2020-12-31", "2015-03-01")
      expect(await database("dk_invoice_document").delete()).toBe(1)
      for (const table of ["dk_invoice", "dk_invoice_cause"]) {
        await expect(database(table).delete()).rejects.toThrow(/evidence/)
      }
      const list = await suite.call<{ invoices: unknown[] }>("GET", "/admin/dk/invoices", {
        headers,
      })
      expect(list.body.invoices).toMatchObject([{ document: null, order_id: null }])
      await suite.call("POST", `/admin/orders/${orderId}/dk-invoices`, { headers })
      expect(await database("dk_invoice").select("id")).toHaveLength(1)
    })

    it("of the test series may be deleted from its issue day", async () => {
      const headers = await staff(suite)
      await sellToCompany(suite, headers)
      for (const table of EVIDENCE) expect(await suite.database()(table).delete()).toBe(1)
    })

    it("is read by the account that bought, by a guest with the order's token, and by nobody else", async () => {
      const headers = await staff(suite)
      const owner = await register(suite, { email: "ejer@kunde.example" })
      const stranger = await register(suite, { email: "fremmed@kunde.example" })
      const cartOf = (token?: string) => createCart(suite, token === undefined ? {} : { token })
      const accountOrder = await buy(suite, await cartOf(owner.token), owner.token)
      const guestCart = await cartOf()
      const guestOrder = await buy(suite, guestCart)
      for (const orderId of [accountOrder, guestOrder]) {
        await captureOrder(suite, orderId, headers)
        await awaitInvoices(suite, orderId, headers)
      }
      const read = (orderId: string, extra: Headers = {}, token?: string) =>
        suite.call<{ invoices: { id: string }[] }>("GET", `/store/orders/${orderId}/dk-invoices`, {
          headers: { ...shopper(token), ...extra },
        })
      expect((await read(accountOrder, {}, owner.token)).body.invoices).toHaveLength(1)
      for (const answer of [
        await read(accountOrder, {}, stranger.token),
        await read(accountOrder),
        await read(guestOrder),
        await read(guestOrder, { "x-dk-invoice-token": "0".repeat(64) }),
      ]) {
        expect([answer.status, answer.error.type]).toEqual([404, "not_found"])
      }
      const ask = (orderId: string, body: object) =>
        suite.call<{ token: string }>("POST", `/store/orders/${orderId}/dk-invoice-token`, {
          headers: shopper(),
          body,
        })
      expect((await ask(guestOrder, { cart_id: "cart_other" })).status).toBe(404)
      expect((await ask(accountOrder, { cart_id: guestCart })).status).toBe(404)
      expect((await ask(guestOrder, { cart_id: guestCart, more: 1 })).status).toBe(400)
      const { token } = (await ask(guestOrder, { cart_id: guestCart })).body
      expect(token).toBe((await invoicesOf(suite, guestOrder, headers)).guest_token)
      const guest = { "x-dk-invoice-token": token }
      const invoiceId = (await read(guestOrder, guest)).body.invoices[0]?.id ?? ""
      expect((await read(accountOrder, guest)).status).toBe(404)

      const rendered = (orderId: string, form: string) =>
        suite.call("GET", `/store/orders/${orderId}/dk-invoices/${invoiceId}/${form}`, {
          headers: { ...shopper(), ...guest },
        })
      const page = (orderId: string, query = "") => rendered(orderId, `html${query}`)
      const html = await page(guestOrder)
      expect([html.status, html.headers.get("content-type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ])
      expect(html.text).toContain("Prøvedokument i testserien")
      expect(html.text).toContain("Privat køber")
      expect((await page(guestOrder, "?locale=en")).text).toContain("Private buyer")
      expect((await page(accountOrder)).status).toBe(404)
      const pdf = await rendered(guestOrder, "pdf")
      expect(pdf.headers.get("content-type")).toBe("application/pdf")
      expect(pdf.text).toMatch(/^%PDF-1\./)
      expect((await rendered(accountOrder, "pdf")).status).toBe(404)
    })

    it("is listed for staff with filters, one by one and as a page", async () => {
      const headers = await staff(suite)
      const orderId = await sellToCompany(suite, headers)
      const list = (query: string) =>
        suite.call<{ invoices: { id: string; document: object }[]; count: number }>(
          "GET",
          `/admin/dk/invoices?${query}`,
          { headers }
        )
      expect((await list("q=test-1&kind=invoice&series=test")).body.count).toBe(1)
      expect((await list("kind=credit_note")).body).toMatchObject({ invoices: [], count: 0 })
      expect((await list("unknown=1")).status).toBe(400)
      const [invoice] = (await list(`order_id=${orderId}&limit=1`)).body.invoices
      const one = await suite.call("GET", `/admin/dk/invoices/${invoice?.id ?? ""}`, { headers })
      expect(one.body).toMatchObject({ invoice: { document: invoice?.document } })
      const html = await suite.call("GET", `/admin/dk/invoices/${invoice?.id ?? ""}/html`, {
        headers,
      })
      expect(html.text).toContain("Byens Bøger ApS")
      const pdf = (locale: string) =>
        suite.call("GET", `/admin/dk/invoices/${invoice?.id ?? ""}/pdf?locale=${locale}`, {
          headers,
        })
      const danish = await pdf("da")
      expect(danish.headers.get("content-disposition")).toContain("TEST-1.pdf")
      expect((await pdf("da")).text).toBe(danish.text)
      expect((await pdf("en")).text).not.toBe(danish.text)
      const xml = (format: string) =>
        suite.call("GET", `/admin/dk/invoices/${invoice?.id ?? ""}/${format}`, { headers })
      const peppol = await xml("peppol")
      expect([peppol.status, peppol.headers.get("content-type")]).toEqual([
        200,
        expect.stringContaining("application/xml"),
      ])
      expect(peppol.text).toContain("<cbc:ID>TEST-1</cbc:ID>")
      expect((await xml("oioubl")).text).toContain("OIOUBL-2.1")
      expect((await suite.call("GET", "/admin/dk/invoices/dkinv_none", { headers })).status).toBe(
        404
      )
      expect((await suite.call("GET", "/admin/dk/invoices")).status).toBe(401)
    })
  })
}
