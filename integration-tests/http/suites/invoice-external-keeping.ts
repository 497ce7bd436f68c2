import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminExternalInvoiceImportResponse,
  AdminFinancialYearsChangeResponse,
  AdminFinancialYearsResponse,
} from "../../../src/types/http"
import { releaseInvoices } from "../../../src/workflows/invoice"
import { finishErasures } from "../../../src/workflows/personal-data"
import { buyOnce, erasuresOf } from "../helpers/erasures"
import { bookkeeperOf, restoreModes, rowsOf, setModes, tamper } from "../helpers/external-invoices"
import { captureOrder, eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const IMPORT = "/admin/dk/external-invoices/import"
const YEARS = "/admin/dk/financial-years"

export default (suite: Suite): void => {
  let headers: Headers
  let staffed: ReturnType<typeof bookkeeperOf>

  const numbered = (number: string, issued_on: string, kind = "invoice") => ({
    system: "dinero",
    number,
    issued_on,
    kind,
  })
  const keptThrough = async (orderId: string) =>
    (await staffed.numbers(orderId)).map(({ keep_through: day }) => day)
  const displayId = async (orderId: string) => {
    const sql = `SELECT display_id FROM "order" WHERE id = ?`
    const rows = await selectRows<{ display_id: number }>(suite.database(), sql, [orderId])
    return (rows[0]?.display_id ?? 0).toString()
  }

  beforeEach(async () => {
    headers = await staff(suite)
    staffed = bookkeeperOf(suite, headers)
    setModes(suite, [{ mode: "external" }])
  })

  afterEach(() => {
    restoreModes(suite)
  })

  describe("a number from the bookkeeping system", () => {
    it("is kept five years from the year of the latest document, and a correction moves it back", async () => {
      const orderId = await staffed.sell()
      await staffed.record(orderId, numbered("1", "2025-11-20"))
      expect(await keptThrough(orderId)).toEqual(["2030-12-31"])
      // A late credit note moves the whole chain.
      const { body } = await staffed.record(orderId, numbered("2", "2026-01-08", "credit_note"))
      expect(await keptThrough(orderId)).toEqual(["2031-12-31", "2031-12-31"])
      const { id } = body.external_invoice
      await staffed.record(orderId, { ...numbered("3", "2025-12-31", "credit_note"), replaces: id })
      expect(await keptThrough(orderId)).toEqual(["2030-12-31", "2030-12-31", "2030-12-31"])
      const last = await selectRows<{ cause: string; decided_by: string }>(
        suite.database(),
        "SELECT cause, decided_by FROM dk_invoice_external_keep ORDER BY position DESC LIMIT 1"
      )
      expect(last).toEqual([
        { cause: "correction", decided_by: expect.stringMatching(/^user_/) as string },
      ])
      // A day from before the table of years adds the years that lead to it.
      await staffed.record(await staffed.sell(), numbered("4", "2023-05-10"))
      const years = await suite.call<AdminFinancialYearsResponse>("GET", YEARS, { headers })
      expect(years.body.financial_years.map(({ start }) => start)).toEqual([
        "2023-01-01",
        "2024-01-01",
        "2025-01-01",
        "2026-01-01",
      ])
    })

    it("moves with a corrected table of years, which tells so before", async () => {
      const orderId = await staffed.sell()
      await staffed.record(orderId, numbered("1", "2025-11-20"))
      const financial_years = [{ start: "2025-01-01", end: "2026-06-30" }]
      const change = (preview: boolean) =>
        suite.call<AdminFinancialYearsChangeResponse>("POST", YEARS, {
          headers,
          body: { financial_years, preview },
        })
      const moved = [{ from: "2030-12-31", to: "2031-06-30", count: 1 }]
      expect((await change(true)).body.moved).toEqual(moved)
      expect(await keptThrough(orderId)).toEqual(["2030-12-31"])
      expect((await change(false)).body.moved).toEqual(moved)
      expect(await keptThrough(orderId)).toEqual(["2031-06-30"])
    })

    it("goes after its term unless it is held, and is not asked for again", async () => {
      const [old, young] = [await staffed.sell(), await staffed.sell()]
      await staffed.record(old, numbered("1", "2025-11-20"))
      await staffed.record(young, numbered("2", "2025-11-20"))
      const remove = () =>
        suite.database().raw("DELETE FROM dk_invoice_external WHERE order_id = ?", [old])
      await expect(remove()).rejects.toThrow("the row is kept")
      const change = suite.database().raw("UPDATE dk_invoice_external SET number = '9'")
      await expect(change).rejects.toThrow("never changed")
      const dates = suite.database().raw("DELETE FROM dk_invoice_external_keep")
      await expect(dates).rejects.toThrow("the row is kept")

      await tamper(
        suite.database(),
        `UPDATE dk_invoice_external_keep SET keep_through = '2020-12-31'
          WHERE external_id IN (SELECT id FROM dk_invoice_external WHERE order_id = '${old}')`
      )
      // A date that is earlier than the law's five years lets nothing go, and holds nobody up.
      await releaseInvoices(suite.container())
      expect(await staffed.numbers(old)).toHaveLength(1)
      await expect(remove()).rejects.toThrow("the row is kept")
      const aged = `UPDATE dk_invoice_external SET issued_on = '2015-11-20' WHERE order_id = '${old}'`
      await tamper(suite.database(), aged)
      const hold = await suite.call<{ hold: { id: string } }>("POST", "/admin/privacy/holds", {
        headers,
        body: { order_id: old, kind: "authority", reason: "Skattestyrelsen spørger" },
      })
      await releaseInvoices(suite.container())
      expect(await staffed.numbers(old)).toHaveLength(1)
      const lift = `/admin/privacy/holds/${hold.body.hold.id}/lift`
      await suite.call("POST", lift, { headers, body: {} })
      await releaseInvoices(suite.container())
      expect([await staffed.numbers(old), await rowsOf(suite, "dk_invoice_external_keep")]).toEqual(
        [[], 1]
      )
      await suite.call("POST", `/admin/orders/${old}/dk-invoices`, { headers, body: {} })
      expect([(await staffed.requests()).count, (await staffed.requests("")).count]).toEqual([0, 2])
      expect(await staffed.numbers(young)).toHaveLength(1)
      // What was asked for went with the numbers; that it was asked for stays.
      const asked = "SELECT order_id, content IS NULL AS is_gone FROM dk_invoice_request"
      expect(await selectRows(suite.database(), asked)).toEqual(
        expect.arrayContaining([
          { order_id: old, is_gone: true },
          { order_id: young, is_gone: false },
        ])
      )
    })

    it("is refused when bookkeeping keeps it no longer: it would be gone the next night", async () => {
      const orderId = await staffed.sell()
      const slip = await staffed.record(orderId, numbered("1", "2016-01-08"))
      expect([slip.status, slip.error.code]).toEqual([400, "term_over"])
      expect(slip.error.message).toContain("issued_on: was to be kept through 2021-12-31")
      expect(await rowsOf(suite, "dk_invoice_external")).toBe(0)
      // Beside a later document of the same sale it is kept as long as that.
      await staffed.record(orderId, numbered("2", "2026-01-08", "credit_note"))
      await staffed.record(orderId, numbered("1", "2016-01-08"))
      expect(await keptThrough(orderId)).toEqual(["2031-12-31", "2031-12-31"])
    })

    it("is not corrected to a day that bookkeeping keeps no longer: the wrong number would come back", async () => {
      const orderId = await staffed.sell()
      const { body } = await staffed.record(orderId, numbered("1", "2026-01-08"))
      const { id: replaces } = body.external_invoice
      const slip = await staffed.record(orderId, { ...numbered("1", "2016-01-08"), replaces })
      expect([slip.status, slip.error.code]).toEqual([400, "term_over"])
      expect(await keptThrough(orderId)).toEqual(["2031-12-31"])
    })

    it("stands for the order when its buyer is erased, who waits for it until then", async () => {
      const { erase, preview } = erasuresOf(suite)
      const { account, orderId } = await buyOnce(suite, "zqexternal")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await eventually(async () => (await staffed.requests()).count > 0)
      await suite.settle()
      const body = { customer_id: account.customerId, grace_hours: 0 }
      expect((await preview(headers, body)).blocked).toMatchObject([
        { id: orderId, reason: "invoice_number_missing" },
      ])
      const planned = await erase(headers, body)
      expect(planned.erasure?.status).toBe("planned")
      await staffed.record(orderId, numbered("F 1009", "2026-01-08"))
      const seen = await preview(headers, body)
      expect([seen.blocked, seen.kept_orders, seen.kept_documents]).toEqual([
        [],
        [],
        [expect.objectContaining({ number: "dinero F 1009", keep_through: "2031-12-31" })],
      ])
      const found = await suite.call<{ selection: { rows: { id: string }[] } }>(
        "POST",
        "/admin/privacy/selections",
        { headers, body: { invoice_number: "f1009" } }
      )
      expect(found.text).toContain(orderId)
      await finishErasures(suite.container())
      await suite.settle()
      const left = await selectRows(
        suite.database(),
        `SELECT 1 FROM order_address WHERE address_1 = 'zqexternalstreet'`
      )
      expect(left).toEqual([])
      expect(await staffed.numbers(orderId)).toMatchObject([{ number: "F 1009" }])
    })
  })

  describe("a file of numbers", () => {
    type Answer = AdminExternalInvoiceImportResponse
    const send = (csv: string, dry_run = false) =>
      suite.call<Answer>("POST", IMPORT, { headers, body: { csv, dry_run } })
    const outcomes = ({ body }: { body: Answer }) =>
      body.lines.map((it) => [it.line, it.outcome, "field" in it ? it.field : ""])

    it("records each good line, says what is wrong with the others, and changes nothing when it comes again", async () => {
      const [first, second] = [await staffed.sell(), await staffed.sell()]
      const csv = [
        "\uFEFFOrdre;System;Fakturanummer;Dato;Art;Link",
        `${await displayId(first)};Dinero;501;20-11-2025;faktura;https://dinero.example/501`,
        "99999;Dinero;502;20.11.2025;;",
        `${second};Dinero;501;20.11.2025;;`,
        `${second};Dinero;503;31.11.2025;;`,
        `${second};Dinero;504;20.11.2025;;`,
        `${second};Dinero;504;20.11.2025;;`,
      ].join("\r\n")
      const expected = (created: string) => [
        [2, created, ""],
        [3, "error", "order"],
        [4, "error", "number"],
        [5, "error", "issued_on"],
        [6, created, ""],
        [7, "known", ""],
      ]
      const dry = await send(csv, true)
      expect([dry.status, dry.body.dry_run, outcomes(dry)]).toEqual([
        200,
        true,
        expected("created"),
      ])
      expect(await rowsOf(suite, "dk_invoice_external")).toBe(0)

      const file = await suite.call<Answer>("POST", `${IMPORT}?dry_run=true`, {
        headers: { ...headers, "content-type": "text/csv; charset=utf-8" },
        body: csv,
      })
      expect(file.body).toEqual(dry.body)
      expect(outcomes(await send(csv))).toEqual(expected("created"))
      expect(outcomes(await send(csv))).toEqual(expected("known"))
      expect((await staffed.requests()).count).toBe(0)
      expect(await staffed.numbers(first)).toMatchObject([
        { system: "dinero", number: "501", issued_on: "2025-11-20", kind: "invoice" },
      ])

      const lacking = await send("order;number\n1;2")
      expect([lacking.status, lacking.error.code]).toEqual([400, "column_missing"])
      expect(lacking.error.message).toContain("csv")
    })

    it("may come twice at once", async () => {
      const orders: string[] = []
      for (let order = 0; order < 3; order += 1) orders.push(await staffed.sell())
      const lines = orders.map((id, index) => `${id},billy,${index.toString()},2025-11-20`)
      const files = [lines, [...lines].reverse()].map((it) =>
        ["order,system,number,issued_on", ...it].join("\n")
      )
      const answers = await Promise.all(files.map((csv) => send(csv)))
      const all = answers.flatMap(({ body }) => body.lines.map(({ outcome }) => outcome)).sort()
      expect(all).toEqual(["created", "created", "created", "known", "known", "known"])
      expect(await rowsOf(suite, "dk_invoice_external")).toBe(3)
    })
  })
}
