import { addDays } from "../../../src/modules/invoice/domain/due-on"
import { copenhagenDay } from "../../../src/rules"
import type {
  AdminBookkeepingAccountsResponse,
  AdminBookkeepingDifferencesResponse,
  AdminLatePaymentsResponse,
} from "../../../src/types/http"
import { tamper } from "../helpers/external-invoices"
import { awaitInvoices } from "../helpers/invoices"
import { buyOnInvoice, cartOf, receive, SCHOOL } from "../helpers/on-account"
import { buy, captureOrder, createCart, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const MONTH = copenhagenDay(new Date()).slice(0, 7)
/** The month before. */
const BEFORE = addDays(`${MONTH}-01`, -1).slice(0, 7)
const FILE = `/admin/dk/bookkeeping?month=${MONTH}&series=test`
const ACCOUNTS = { debtors: "5600", sales_S: "1010", vat: "6902", manual: "5825", bank: "5820" }

const setAccounts = (suite: Suite, headers: Headers, accounts: object) =>
  suite.call<AdminBookkeepingAccountsResponse>("POST", "/admin/dk/bookkeeping/accounts", {
    headers,
    body: { accounts },
  })

const differencesOf = async (suite: Suite, headers: Headers) => {
  const path = `/admin/dk/bookkeeping/differences?month=${MONTH}`
  const answer = await suite.call<AdminBookkeepingDifferencesResponse>("GET", path, { headers })
  return answer.body.differences
}

/** Cells of the lines below the header. Reading the answer as text takes its byte order mark away. */
const rowsOf = (text: string): string[][] =>
  text
    .split("\r\n")
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(";"))

const balancesOf = (rows: string[][]): Record<string, number> => {
  const balances: Record<string, number> = {}
  for (const [, , , account = "", contra = "", , amount = ""] of rows) {
    const minor = Number(amount.replace(",", ""))
    balances[account] = (balances[account] ?? 0) + minor
    balances[contra] = (balances[contra] ?? 0) - minor
  }
  return balances
}

export default (suite: Suite): void => {
  describe("the bookkeeper's monthly file", () => {
    it("names the accounts it lacks, then has sales, VAT, payments and refunds that balance", async () => {
      const headers = await staff(suite)
      const prepaid = await buy(suite, await createCart(suite))
      await captureOrder(suite, prepaid, headers)
      await awaitInvoices(suite, prepaid, headers)
      const onAccount = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await shipOrder(suite, onAccount, headers)
      await awaitInvoices(suite, onAccount, headers)
      await receive(suite, onAccount, { headers, amount: 10_000 })
      const missing = await suite.call("GET", FILE, { headers })
      expect([missing.status, missing.error.code]).toEqual([409, "account_missing"])
      for (const key of Object.keys(ACCOUNTS)) expect(missing.error.message).toContain(key)
      expect(missing.error.message).not.toContain("gift_card")
      const set = await setAccounts(suite, headers, { ...ACCOUNTS, nets: "5830" })
      expect(set.body.accounts).toMatchObject({ ...ACCOUNTS, nets: "5830", gift_card: null })
      const cleared = await setAccounts(suite, headers, { nets: null })
      expect(cleared.body.accounts).toMatchObject({ ...ACCOUNTS, nets: null })
      const [payment] = await suite
        .database()("payment")
        .where({ provider_id: "pp_system_default" })
        .select<{ id: string }[]>("id")
      const path = `/admin/payments/${payment?.id ?? ""}/refund`
      expect((await suite.call("POST", path, { headers, body: { amount: 49 } })).status).toBe(200)
      await awaitInvoices(suite, prepaid, headers, 2)
      const file = await suite.call("GET", FILE, { headers })
      expect(file.status).toBe(200)
      expect(file.headers.get("content-disposition")).toContain(`bogfoering-${MONTH}.csv`)
      expect(file.text.split("\r\n")[0]).toBe(
        "bilagsnr;dato;tekst;konto;modkonto;momskode;beløb;valuta;kurs;ordre;betalingsmåde"
      )
      const rows = rowsOf(file.text)
      const day = copenhagenDay(new Date()).split("-").reverse().join("-")
      expect(rows[0]).toEqual([
        "TEST-1",
        day,
        "Salg",
        "5600",
        "1010",
        "S25",
        "110,40",
        "DKK",
        "100,00",
        "1",
        "",
      ])
      expect(rows.map(([, , text]) => text).sort()).toEqual(
        ["Salg", "Salg", "Salg", "Salgsmoms", "Salgsmoms", "Salgsmoms"]
          .concat(["Betaling", "Betaling", "Tilbagebetaling"].sort())
          .sort()
      )
      expect(balancesOf(rows)).toEqual({
        5600: 3_800,
        1010: -(2 * 11_040 - 3_920),
        6902: -(2 * 2_760 - 980),
        5825: 13_800 - 4_900,
        5820: 10_000,
      })
      const live = await suite.call("GET", `/admin/dk/bookkeeping?month=${MONTH}`, { headers })
      expect(rowsOf(live.text)).toEqual([])
      expect(await differencesOf(suite, headers)).toEqual([])
    })

    it("has a payment on the day it came, and says what was registered when the month was over", async () => {
      const headers = await staff(suite)
      await setAccounts(suite, headers, ACCOUNTS)
      const orderId = await buyOnInvoice(suite, await cartOf(suite, SCHOOL))
      await shipOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      // Another month's invoice and its payment stand in neither list.
      const prepaid = await buy(suite, await createCart(suite))
      await captureOrder(suite, prepaid, headers)
      await awaitInvoices(suite, prepaid, headers)
      await tamper(
        suite.database(),
        `UPDATE dk_invoice SET issued_on = '${BEFORE}-20' WHERE id IN (
           SELECT invoice_id FROM dk_invoice_document WHERE order_id = '${orderId}')`
      )
      const lateOf = async (month: string, series = "test") => {
        const path = `/admin/dk/bookkeeping/late-payments?month=${month}&series=${series}`
        const answer = await suite.call<AdminLatePaymentsResponse>("GET", path, { headers })
        return answer.body.late_payments
      }
      const fileOf = async (month: string) => {
        const path = `/admin/dk/bookkeeping?month=${month}&series=test`
        return rowsOf((await suite.call("GET", path, { headers })).text)
      }
      const sold = await fileOf(BEFORE)
      expect(sold.filter(([, , text]) => text === "Betaling")).toEqual([])
      expect(await lateOf(BEFORE)).toEqual([])
      await receive(suite, orderId, { headers, amount: 5_000, received_on: `${BEFORE}-28` })
      await receive(suite, orderId, { headers, amount: 1_000, received_on: `${MONTH}-01` })
      const [year = "", month = ""] = BEFORE.split("-")
      const paid = (await fileOf(BEFORE)).filter(([, , text]) => text === "Betaling")
      expect(
        paid.map(([voucher, day, , account, , , amount]) => [voucher, day, account, amount])
      ).toEqual([["TEST-1", `28-${month}-${year}`, "5820", "50,00"]])
      expect(await lateOf(BEFORE)).toEqual([
        {
          order_id: orderId,
          order_number: expect.any(String) as string,
          voucher: "TEST-1",
          received_on: `${BEFORE}-28`,
          registered_on: copenhagenDay(new Date()),
          amount: 5_000,
          currency_code: "DKK",
        },
      ])
      expect(await lateOf(BEFORE, "live")).toEqual([])
      expect(await lateOf(MONTH)).toEqual([])
      const now = (await fileOf(MONTH)).filter(([, , text]) => text === "Betaling")
      expect(now.map(([voucher, , , , , , amount]) => [voucher, amount])).toEqual([
        ["TEST-1", "10,00"],
        ["TEST-2", "138,00"],
      ])
      await suite.settle()
    })

    it("lists money without a document, and documents without their money", async () => {
      const headers = await staff(suite)
      const orderId = await buy(suite, await createCart(suite))
      await captureOrder(suite, orderId, headers)
      await awaitInvoices(suite, orderId, headers)
      expect(await differencesOf(suite, headers)).toEqual([])
      await suite.database()("capture").delete()
      expect(await differencesOf(suite, headers)).toMatchObject([
        { order_id: orderId, currency_code: "DKK", documents: 13_800, money: 0 },
      ])
    })

    it("refuses months and accounts that are none", async () => {
      const headers = await staff(suite)
      const month = await suite.call("GET", "/admin/dk/bookkeeping?month=2026-13", { headers })
      expect(month.status).toBe(400)
      const account = await setAccounts(suite, headers, { debtors: "56 00;" })
      expect([account.status, account.error.message]).toEqual([
        400,
        expect.stringContaining("accounts.debtors"),
      ])
      const unknown = await setAccounts(suite, headers, { secret: "1" })
      expect(unknown.status).toBe(400)
    })
  })
}
