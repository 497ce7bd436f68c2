import Ajv2020 from "ajv/dist/2020"
import { createHash } from "node:crypto"
import { registerPersonalData } from "../../../src/modules/personal-data"
import { personalDataExportSchema } from "../../../src/modules/personal-data/domain/export/schema"
import { buyOnce } from "../helpers/erasures"
import { exportJson, exportZip } from "../helpers/exports"
import type { ExportDocument } from "../helpers/exports"
import { awaitInvoices } from "../helpers/invoices"
import { captureOrder, staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const validate = new Ajv2020({
  formats: { "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/ },
}).compile(personalDataExportSchema)

const expectValid = (document: ExportDocument) => {
  validate(document)
  expect(validate.errors).toBeNull()
}

const BAD_NAME = `</script><img src=x onerror="alert(1)">\u2028`

type Manifest = { profile: string; files: { path: string; bytes: number; sha256: string }[] }

const withCaptured = async (suite: Suite, name: string) => {
  const headers = await staff(suite)
  const { account, orderId } = await buyOnce(suite, name)
  await captureOrder(suite, orderId, headers)
  const [invoice] = await awaitInvoices(suite, orderId, headers)
  return { headers, account, orderId, number: invoice?.number ?? "" }
}

export default (suite: Suite): void => {
  describe("an export's files", () => {
    it("hold the same rows, sums that fit, and Danish or English words", async () => {
      const { headers, account, orderId, number } = await withCaptured(suite, "zqfiles")
      await suite
        .database()("customer")
        .where({ id: account.customerId })
        .update({ first_name: BAD_NAME, last_name: "=HYPERLINK(1)" })
      const body = { customer_id: account.customerId }
      const zip = await exportZip(suite, headers, body)
      expect(zip.headers.get("content-type")).toBe("application/zip")
      expect(zip.headers.get("cache-control")).toBe("no-store")
      expect(zip.headers.get("x-content-type-options")).toBe("nosniff")
      expect(zip.headers.get("content-disposition")).toMatch(
        /^attachment; filename="personal-data-access-\d{4}-\d\d-\d\d\.zip"$/
      )

      const { files } = zip
      const document = JSON.parse(files["data.json"] ?? "") as ExportDocument
      expectValid(document)
      const plain = await exportJson(suite, headers, body)
      expect(document.data).toEqual(plain.data)
      expect(JSON.parse(files["schema.json"] ?? "")).toEqual(personalDataExportSchema)

      const manifest = JSON.parse(files["manifest.json"] ?? "") as Manifest
      expect(manifest.profile).toBe("access")
      const others = Object.keys(files).filter((path) => path !== "manifest.json")
      expect(manifest.files.map(({ path }) => path).sort()).toEqual(others.sort())
      for (const { path, bytes, sha256 } of manifest.files) {
        const content = Buffer.from(files[path] ?? "")
        expect([path, bytes, sha256]).toEqual([
          path,
          content.length,
          createHash("sha256").update(content).digest("hex"),
        ])
      }
      for (const table of Object.keys(document.data)) {
        expect(files[`csv/${table}.csv`]).toMatch(/^\uFEFF[a-z_0-9]+(;[a-z_0-9]+)*\r\n/)
      }
      expect(files["csv/customer.csv"]).toContain(`;'=HYPERLINK(1);`)
      expect(files["csv/order.csv"]).toContain(orderId)

      const page = files["index.html"] ?? ""
      expect(page).toContain(`<html lang="da">`)
      expect(page).toContain("Dine oplysninger hos Nordlys Papir ApS")
      expect(page).toContain(number)
      expect(page).toContain("Varelinjer")
      expect(page).toMatch(
        /http-equiv="Content-Security-Policy"\s+content="default-src &#39;none&#39;/
      )
      expect(page).not.toContain("<img")
      expect(page).not.toMatch(/(src|href)="(?!#|mailto:|https:\/\/www\.datatilsynet\.dk")/)

      const english = await exportZip(suite, headers, { ...body, locale: "en" })
      expect(english.files["index.html"]).toContain("Your data at Nordlys Papir ApS")
      expect(english.files["index.html"]).toContain("Order lines")
      expect(english.files["data.json"]).toContain("Danish Bookkeeping Act")
    })

    it("tell what Art. 15 wants told, of this person only", async () => {
      registerPersonalData({
        sections: [
          {
            name: "zq_reads",
            title: { da: "Hvem der har set det", en: "Who saw it" },
            sql: "SELECT jsonb_build_object('role', 'zqrole', 'customer_id', c.id) AS row FROM customer c WHERE c.id = ANY(:customer)",
          },
        ],
      })
      const { headers, account, number } = await withCaptured(suite, "zqtold")
      const document = await exportJson(suite, headers, { customer_id: account.customerId })
      expectValid(document)
      const { information } = document
      expect(information.purposes.map(({ purpose }) => purpose)).toEqual(
        expect.arrayContaining(["sale", "delivery", "payment", "account", "bookkeeping"])
      )
      expect(information.categories.map(({ category }) => category)).not.toContain("newsletter")
      expect(information.recipients).toEqual([
        expect.objectContaining({ name: "Nets (Nexi)", country: "dk" }),
      ])
      expect(information.complaint.authority).toBe("Datatilsynet")
      expect(information.automated_decisions.join()).toContain("Ingen")
      expect(document.kept_documents).toEqual([
        expect.objectContaining({ number, law: "bogføringsloven § 12" }),
      ])
      expect(document.sections.zq_reads).toEqual({
        title: "Hvem der har set det",
        rows: [{ role: "zqrole", customer_id: account.customerId }],
      })
    })

    it("say it when nothing was found", async () => {
      const headers = await staff(suite)
      const body = { email: "zqnobody@kunde.example" }
      const document = await exportJson(suite, headers, body)
      expectValid(document)
      expect([document.found, document.emails]).toEqual([false, ["zqnobody@kunde.example"]])
      expect(Object.values(document.data).every((rows) => rows.length === 0)).toBe(true)
      expect([document.information.purposes, document.information.recipients]).toEqual([[], []])
      expect(document.information.complaint.authority).toBe("Datatilsynet")
      const { files } = await exportZip(suite, headers, body)
      expect(files["index.html"]).toContain("Vi har ingen oplysninger om dig.")
      const narrow = await exportJson(suite, headers, { ...body, profile: "portability" })
      expectValid(narrow)
      expect(narrow.found).toBe(false)
    })

    it("of portability are a part of those of access", async () => {
      const { headers, account } = await withCaptured(suite, "zqpart")
      const body = { customer_id: account.customerId }
      const access = await exportJson(suite, headers, body)
      const portable = await exportJson(suite, headers, { ...body, profile: "portability" })
      expectValid(portable)
      expect(portable.data.customer).toHaveLength(1)
      expect(portable).not.toHaveProperty("information")
      expect(portable.data).not.toHaveProperty("dk_invoice_document")
      for (const [table, rows] of Object.entries(portable.data)) {
        const whole = access.data[table] ?? []
        expect(rows).toHaveLength(whole.length)
        for (const row of rows) {
          const same = whole.find(({ id }) => id === row.id)
          expect(same).toMatchObject(row)
        }
      }
      const { files } = await exportZip(suite, headers, { ...body, profile: "portability" })
      expect(files["index.html"]).not.toContain("Datatilsynet")
      expect(Object.keys(files)).not.toContain("csv/dk_invoice_document.csv")
    })
  })
}
