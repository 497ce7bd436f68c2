import { addDays } from "../../../src/modules/invoice/domain/due-on"
import { INVOICE_MODULE } from "../../../src/modules/invoice"
import type { InvoiceModuleService } from "../../../src/modules/invoice"
import { copenhagenDay } from "../../../src/rules"
import { sha256 } from "../../../src/shared/sha256"
import type {
  AdminPaymentImportResponse,
  AdminUnpaidInvoicesResponse,
} from "../../../src/types/http"
import { closeSettledOnAccount } from "../../../src/workflows/invoice"
import { draftOrder } from "../helpers/drafts"
import { awaitInvoices, setBuyer } from "../helpers/invoices"
import {
  accountOf,
  approvedAccount,
  buyOnInvoice,
  cartOf,
  COMPANY,
  receive,
  SCHOOL,
} from "../helpers/on-account"
import { addToOrder, itemsOf, takeBack } from "../helpers/order-changes"
import { buy, captureOrder, createCart, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

type Unpaid = AdminUnpaidInvoicesResponse

const unpaid = async (suite: Suite, headers: Headers): Promise<Unpaid> =>
  (await suite.call<Unpaid>("GET", "/admin/dk/unpaid-invoices", { headers })).body

/** What became of one line of the bank's file, text and amount. */
const bank = async (suite: Suite, headers: Headers, line: string): Promise<string[]> => {
  const answer = await suite.call<AdminPaymentImportResponse>(
    "POST",
    "/admin/dk/payments-received/import",
    { headers, body: { csv: `Dato;Tekst;Beløb\n25-11-2026;${line}` } }
  )
  return answer.body.lines.map(({ outcome }) => outcome)
}

/** A school orders by phone, and the goods are sent against an invoice of 178 kr. */
const phoneOrder = async (suite: Suite, headers: Headers): Promise<string> => {
  const orderId = await draftOrder(suite, headers, {
    email: "lone@skole.example",
    handle: "notesbog-havblik",
  })
  await setBuyer(suite, `/admin/draft-orders/${orderId}`, headers, SCHOOL)
  await suite.call("POST", `/admin/draft-orders/${orderId}/convert-to-order`, { headers })
  await shipOrder(suite, orderId, headers)
  await awaitInvoices(suite, orderId, headers)
  return orderId
}

export default (suite: Suite): void => {
  describe("a payment received", () => {
    it("needs whole øre, a day that has come, and an order bought on invoice", async () => {
      const headers = await staff(suite)
      const orderId = await buy(suite, await createCart(suite))
      const codes = async (body: { amount: unknown; received_on?: string }) => {
        const answer = await receive(suite, orderId, { headers, ...body })
        return [answer.status, answer.error.code, answer.error.message.split(":")[0]]
      }
      expect(await codes({ amount: 1.5 })).toEqual([400, "invalid", "amount"])
      expect(await codes({ amount: -5 })).toEqual([400, "invalid", "amount"])
      expect(await codes({ amount: 5, received_on: "2999-01-01" })).toEqual([
        400,
        "invalid",
        "received_on",
      ])
      expect((await codes({ amount: 5 })).slice(0, 2)).toEqual([409, "not_on_account"])
      const unknown = await receive(suite, "order_unknown", { headers, amount: 5 })
      expect(unknown.status).toBe(404)
    })

    it("is registered once by the bank's file, however often and at once it is sent", async () => {
      const headers = await staff(suite)
      const orders: string[] = []
      for (let order = 0; order < 2; order++) {
        const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
        await shipOrder(suite, orderId, headers)
        await awaitInvoices(suite, orderId, headers)
        orders.push(orderId)
      }
      const csv = [
        "Dato;Tekst;Beløb;Saldo",
        "25-11-2026;Faxe Kommune TEST-1;138,00;1.000,00",
        "25-11-2026;Faxe Kommune TEST-2;69,00;1.069,00",
        "25-11-2026;Faxe Kommune TEST-2;69,00;1.138,00",
        "25-11-2026;Husleje;-8.000,00;0,00",
        "25-11-2026;TEST-2 igen;1,00;0,00",
      ].join("\n")
      type Lines = { lines: { line: number; outcome: string; order_id: string | null }[] }
      const send = async (isDryRun: boolean) => {
        const answer = await suite.call<Lines>("POST", "/admin/dk/payments-received/import", {
          headers,
          body: { csv, dry_run: isDryRun },
        })
        return answer.body.lines.map(({ outcome }) => outcome)
      }
      const rest = ["not_incoming", "more_than_owed"]
      expect(await send(true)).toEqual(["would_book", "would_book", "would_book", ...rest])
      const list = "/admin/dk/unpaid-invoices"
      expect((await suite.call("GET", list, { headers })).body).toMatchObject({
        count: 2,
        owed: [{ currency_code: "DKK", owed: 27_600 }],
        unpaid_invoices: [{ number: "TEST-1", is_overdue: false }, { number: "TEST-2" }],
      })
      await Promise.all([send(false), send(false), send(false)])
      expect(await send(false)).toEqual([
        "already_booked",
        "already_booked",
        "already_booked",
        "not_incoming",
        "no_match",
      ])
      for (const orderId of orders) {
        expect((await accountOf(suite, orderId, headers)).on_account.received).toBe(13_800)
      }
      const rows = await suite.database()("dk_invoice_payment_received")
      expect(rows).toHaveLength(3)
      expect((await suite.call("GET", list, { headers })).body).toMatchObject({ count: 0 })
      await suite.settle()
    })

    it("is known again after the store's secret changed, and cannot be guessed from what is stored", async () => {
      const headers = await staff(suite)
      const orderId = await phoneOrder(suite, headers)
      const line = "Lone Lærer TEST-1;10,00"
      expect(await bank(suite, headers, line)).toEqual(["booked"])
      const rows = () => suite.database()<{ digest: string }>("dk_invoice_payment_received")
      const guess = sha256("2026-11-25\n1000\nLone Lærer TEST-1\n1")
      expect((await rows())[0]?.digest).toMatch(/^[0-9a-f]{64}$/)
      expect((await rows())[0]?.digest).not.toBe(guess)

      const { settings } = suite.container().resolve<InvoiceModuleService>(INVOICE_MODULE)
      const { current, previous } = settings.secrets
      const next = { id: "next", key: "the-next-secret-of-this-store-12345" }
      try {
        Object.assign(settings.secrets, { current: next, previous: [current, ...previous] })
        expect(await bank(suite, headers, line)).toEqual(["already_booked"])
      } finally {
        Object.assign(settings.secrets, { current, previous })
      }
      // As rows were written before there was a secret in it.
      await rows().update({ digest: guess })
      expect(await bank(suite, headers, line)).toEqual(["already_booked"])
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject({
        received: 1_000,
      })
    })

    it("is of what is left when goods came back unpaid", async () => {
      const headers = await staff(suite)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await shipOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      const items = await itemsOf({ suite, headers }, orderId)
      await takeBack(
        { suite, headers },
        orderId,
        items.map(({ id }) => ({ id, quantity: 1 }))
      )
      const left = { credited: 8_900, received: 0, owed: 4_900 }
      await eventually(async () => {
        const { on_account: account } = await accountOf(suite, orderId, headers)
        return account.credited > 0
      })
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject(left)
      const tooMuch = await receive(suite, orderId, { headers, amount: 4_901 })
      expect([tooMuch.status, tooMuch.error.code]).toEqual([409, "more_than_owed"])
      const rest = await receive(suite, orderId, { headers, amount: 4_900 })
      expect(rest.body.on_account).toMatchObject({ received: 4_900, owed: 0 })
      await closeSettledOnAccount(suite.container())
      // Nothing waits for what was credited: an erasure of the buyer would.
      const [payment] = await suite.database()<{ canceled_at: Date | null }>("payment")
      expect(payment?.canceled_at).not.toBeNull()
      await suite.settle()
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject({
        credited: 8_900,
      })
    })

    it("covers goods that staff added, and counts them in the account's limit", async () => {
      const headers = await staff(suite)
      const account = { email: "mere@firma.example", limit: 50_000, terms_days: 21 }
      const { token, customerId } = await approvedAccount(suite, headers, account)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, COMPANY, token), token)
      await addToOrder({ suite, headers }, orderId, "notesbog-havblik")
      const credit = await suite.call("GET", `/admin/customers/${customerId}/dk-credit`, {
        headers,
      })
      expect(credit.body).toMatchObject({ open: 22_700 })
      await shipOrder(suite, orderId, headers, 1)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document).toMatchObject({
        totals: { gross: 22_700 },
        due_on: addDays(copenhagenDay(new Date()), 21),
      })
      const part = await receive(suite, orderId, { headers, amount: 20_000 })
      expect([part.status, part.error.code, part.body.on_account]).toMatchObject([
        201,
        undefined,
        { owed: 2_700 },
      ])
      const rest = await receive(suite, orderId, { headers, amount: 2_700 })
      expect([rest.status, rest.body.on_account]).toMatchObject([201, { owed: 0 }])
      await suite.settle()
    })

    it("of a phone order that was sent against an invoice makes its payment", async () => {
      const headers = await staff(suite)
      const orderId = await draftOrder(suite, headers, {
        email: "lone@skole.example",
        handle: "notesbog-havblik",
      })
      await setBuyer(suite, `/admin/draft-orders/${orderId}`, headers, SCHOOL)
      await suite.call("POST", `/admin/draft-orders/${orderId}/convert-to-order`, { headers })
      await shipOrder(suite, orderId, headers)
      const [invoice] = await awaitInvoices(suite, orderId, headers)
      expect(invoice?.document.due_on).toBe(addDays(copenhagenDay(new Date()), 30))
      const half = await receive(suite, orderId, { headers, amount: 8_900 })
      expect([half.status, half.error.code, half.body.on_account]).toMatchObject([
        201,
        undefined,
        { owed: 8_900 },
      ])
      const rest = await receive(suite, orderId, { headers, amount: 8_900 })
      expect([rest.status, rest.body]).toMatchObject([
        201,
        { on_account: { received: 17_800, owed: 0 }, payments_received: [{}, {}] },
      ])
      await suite.settle()
    })

    it("is waited for on goods that were added after everything was paid, by the day their own invoice is due", async () => {
      const headers = await staff(suite)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await shipOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      expect((await receive(suite, orderId, { headers, amount: 13_800 })).status).toBe(201)
      expect(await unpaid(suite, headers)).toMatchObject({ count: 0, owed: [] })
      await addToOrder({ suite, headers }, orderId, "notesbog-havblik")
      await shipOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers, 2)
      expect(await unpaid(suite, headers)).toMatchObject({
        count: 1,
        owed: [{ currency_code: "DKK", owed: 8_900 }],
        unpaid_invoices: [{ order_id: orderId, number: "TEST-2", amount: 22_700, owed: 8_900 }],
      })
      expect(await bank(suite, headers, "Faxe Kommune TEST-2;89,00")).toEqual(["booked"])
      expect(await unpaid(suite, headers)).toMatchObject({ count: 0 })
      expect((await accountOf(suite, orderId, headers)).on_account).toMatchObject({ owed: 0 })
      await suite.settle()
    })

    it("is waited for on an order by phone until it is paid, in parts too", async () => {
      const headers = await staff(suite)
      const orderId = await phoneOrder(suite, headers)
      expect(await unpaid(suite, headers)).toMatchObject({
        owed: [{ currency_code: "DKK", owed: 17_800 }],
        unpaid_invoices: [
          { order_id: orderId, number: "TEST-1", company_name: "Faxe Kommune, Åstrup Skole" },
        ],
      })
      expect(await bank(suite, headers, "TEST-1;100,00")).toEqual(["booked"])
      expect(await unpaid(suite, headers)).toMatchObject({ owed: [{ owed: 7_800 }] })
      expect(await bank(suite, headers, "TEST-1 rest;78,00")).toEqual(["booked"])
      expect(await unpaid(suite, headers)).toMatchObject({ count: 0 })
      await suite.settle()
    })

    it("is not waited for where a card is good for it, nor where a refund has no credit note", async () => {
      const headers = await staff(suite)
      const orderId = await buy(suite, await cartOf(suite, COMPANY))
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      await suite.database()("capture").update({ amount: 100 })
      expect(await unpaid(suite, headers)).toMatchObject({ count: 0 })
      const phone = await phoneOrder(suite, headers)
      expect(await unpaid(suite, headers)).toMatchObject({ count: 1 })
      await receive(suite, phone, { headers, amount: 10_000 })
      const card = { provider_id: "pp_card_card", captured_at: null }
      await suite.database()("payment").whereLike("provider_id", "pp_ean%").update(card)
      expect(await unpaid(suite, headers)).toMatchObject({ count: 0 })
      await suite.settle()
    })

    it("of a file without a header that names its columns is refused", async () => {
      const answer = await suite.call("POST", "/admin/dk/payments-received/import", {
        headers: await staff(suite),
        body: { csv: "hej;du\n1;2" },
      })
      expect([answer.status, answer.error.code]).toEqual([400, "columns_missing"])
    })
  })
}
