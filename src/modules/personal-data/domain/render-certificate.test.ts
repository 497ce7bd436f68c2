import { renderCertificate } from "./render-certificate"
import type { Certificate } from "./render-certificate"

const certificate: Certificate = {
  id: "dkcert_1",
  erasure_id: "dkera_1",
  complete: false,
  created_at: "2026-11-25T09:14:00.000Z",
  erased: [
    { category: "account", rows: 1 },
    { category: "zq_made_up", rows: 3 },
  ],
  kept_documents: [
    { number: "10431", keep_through: "2030-12-31", law: "bogføringsloven § 12" },
    { number: "<b>2</b>", keep_through: null, law: "bogføringsloven § 12" },
  ],
  kept_orders: [
    {
      display_id: 7,
      keep_through: "2031-12-31",
      law: "bogføringsloven § 12, stk. 1",
      reason: "no_invoice",
    },
  ],
  waiting: [
    { id: "order_1", display_id: 1203, reason: "unshipped" },
    { id: "cart_1", display_id: null, reason: "payment_in_progress" },
    { id: "cus_1", display_id: null, reason: "veto:open_lawsuit" },
  ],
  overridden: [{ id: "order_2", display_id: 1204, reason: "example_word" }],
  uncertain_orders: 2,
  evidence: [{ category: "evidence", rows: 2 }],
  left: [],
  not_covered: [{ table: "dk_x", column: "zqcolumn" }],
  reach: { tables: 61, columns: 260, map_digest: "ab".repeat(32) },
}
const controller = { name: "Nordlys & Søn", cvr: "14277137" }

describe("renderCertificate", () => {
  it("says in Danish what is gone, what a law keeps until when, and what waits", () => {
    const html = renderCertificate(certificate, controller, "da")
    for (const text of [
      'lang="da"',
      "Nordlys &amp; Søn, CVR 14277137",
      "<h2>Slettes nu</h2>",
      "Konto: 1 post",
      "Beholdes, fordi bogføringsloven § 12 kræver det",
      "Nr. 10431 til og med 31. december 2030",
      "Nr. &lt;b&gt;2&lt;/b&gt;, til regnskabsåret er oprettet",
      "Ordre 7 til og med 31. december 2031",
      "Ordre 1203 er ikke afsendt",
      "En kurv har en betaling i gang",
      "Hele personen holdes tilbage af butikken (open_lawsuit)",
      "Ordre 1204 er ikke færdig (example_word)",
      "2 ordrer uden login",
      "Beholdes som bevis",
      "dk_x.zqcolumn",
      "260 kolonner i 61 tabeller",
      "10.14",
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toMatch(/<script|<link|anonymiseret|forseglet|retention/i)
    expect(html).not.toContain("Ikke slettet")
  })

  it("carries the same facts in English", () => {
    const html = renderCertificate({ ...certificate, reach: null }, controller, "en")
    for (const text of [
      'lang="en"',
      "<h2>Erased now</h2>",
      "Kept, because bogføringsloven § 12 requires it",
      "No. 10431 through 31 December 2030",
      "Order 1203 has not been sent",
      "Kept as proof",
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain("Read back")
  })
})
