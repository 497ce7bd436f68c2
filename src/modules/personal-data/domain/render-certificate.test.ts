import { renderCertificate } from "./render-certificate"
import type { Certificate } from "./render-certificate"
import { proofOf } from "./scan-result"
import type { ScanResultBody } from "./scan-result"

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
  proof: proofOf(null, false),
}

const SCANNED = {
  tables: 211,
  columns: 1735,
  rows: 90_000,
  bytes: 734_000_000,
  found: [],
  kept: [{ table: "dk_invoice_document", column: "document", kind: "name", rows: 2 }],
  left: [],
  others: 3,
  unread: [],
  secret_lost: false,
} satisfies ScanResultBody

const scanned = (body: Partial<ScanResultBody>, complete: boolean, isCurrent = true) =>
  proofOf(
    {
      body: { ...SCANNED, ...body },
      complete,
      scanned_at: new Date("2026-11-26T03:10:00.000Z"),
      is_current: isCurrent,
    },
    true
  )
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

  it("tells how far the proof goes", () => {
    const page = (proof: Certificate["proof"], locale: "da" | "en" = "da") =>
      renderCertificate({ ...certificate, proof }, controller, locale)
    const reach = page(certificate.proof)
    expect(reach).toContain("Læst efter: personens egne poster er tomme")
    expect(reach).toContain("ikke gennemsøgt endnu")
    const full = page(scanned({}, true))
    expect(full).toContain("Helt bevist")
    expect(full).toContain("26. november 2026 kl. 04.10: 1735 kolonner i 211 tabeller, 734 MB")
    expect(full).toContain("Intet af det slettede blev fundet")
    expect(full).toContain("dk_invoice_document.document: navn i 2 rækker")
    const place = { table: "zq_notes", column: "text", kind: "email", rows: 1 } as const
    const found = page(scanned({ found: [place] }, false), "en")
    expect(found).toContain("Not fully proven: something was found")
    expect(found).toContain("zq_notes.text: e-mail in 1 row")
    expect(found).not.toContain("Nothing of what was erased")
    const lost = page(scanned({ secret_lost: true, unread: ["zq_remote"] }, false))
    expect(lost).toContain("ikke alt kunne gennemsøges")
    expect(lost).toContain("Nøglen, som værdierne er gemt med")
    expect(lost).toContain("<li>zq_remote</li>")
    expect(page(scanned({}, true, false))).toContain("ikke gennemsøgt endnu")
  })
})
