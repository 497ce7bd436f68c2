import { createHash } from "node:crypto"
import { Script } from "node:vm"
import { informationOf } from "../information"
import type { FoundRule } from "../found"
import { pageEnd, pageHead, rowsBlock } from "./page"
import type { PageInput } from "./page"

const ADDRESS: FoundRule = {
  category: "address",
  purpose: "delivery",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
}

const input: PageInput = {
  locale: "da",
  profile: "access",
  createdAt: "2026-11-25T09:00:00.000Z",
  shop: { name: `<b>"Shop"</b>`, address: "Prøvegade 12", email: "kontakt@butik.example" },
  tables: [
    { name: "customer_address", category: "address", rows: 1234 },
    { name: "cart", category: "cart", rows: 0 },
  ],
  access: {
    emails: ["karen@kunde.example"],
    orders_to_be_confirmed: 2,
    kept_documents: [{ number: "10431", keep_through: "2030-12-31", law: "bogføringsloven § 12" }],
    kept_after_erasure: [
      { kind: "order", number: "77", keep_through: "2029-12-31", law: "bogføringsloven § 12" },
    ],
    information: informationOf({
      locale: "da",
      rules: [ADDRESS],
      recipients: [],
      automatedDecisions: [],
      contact: "kontakt@butik.example",
    }),
  },
  sections: [{ name: "reads", title: "Hvem der har set det" }],
}

const sum = (text: string): string => createHash("sha256").update(text).digest("base64")

const partOf = (page: string, pattern: RegExp): string => pattern.exec(page)?.[1] ?? "none"

describe("the readable page", () => {
  const page =
    pageHead(input) + rowsBlock("customer_address", [`{"a":"</script>"}`]) + pageEnd("da")

  it("lets only its own style and script run", () => {
    const policy = partOf(page, /Content-Security-Policy"\s+content="([^"]+)"/)
    const style = partOf(page, /<style>([^]*?)<\/style>/)
    const script = partOf(page, /<script>([^]*?)<\/script>/)
    expect(policy).toContain(`style-src &#39;sha256-${sum(style)}&#39;`)
    expect(policy).toContain(`script-src &#39;sha256-${sum(script)}&#39;`)
    expect(policy).toMatch(/^default-src &#39;none&#39;;/)
    expect(() => new Script(script)).not.toThrow()
    expect(page.match(/<script/g)).toHaveLength(3)
  })

  it("shows what there is, by category, and escapes it", () => {
    expect(page).toContain("Adressebog <span>1.234</span>")
    expect(page).not.toContain(`data-list="cart"`)
    expect(page).toContain("&lt;b&gt;&quot;Shop&quot;&lt;/b&gt;")
    expect(page).not.toContain("<b>&quot;")
    expect(page).toContain("gemmes til og med 31. december 2030")
    expect(page).toContain("2 ordrer kan være en andens")
    expect(page).toContain(`data-list="section-reads"`)
  })

  it("speaks English too, and of nothing when there is nothing", () => {
    const nothing = pageHead({ ...input, locale: "en", tables: [], sections: [], access: null })
    expect(nothing).toContain(`<html lang="en">`)
    expect(nothing).toContain("We hold no data about you.")
    expect(nothing).not.toContain("Your rights")
  })

  it("says of somebody erased what the law keeps, by number, and not that there is nothing", () => {
    const erased = pageHead({ ...input, tables: [], sections: [] })
    expect(erased).toContain("Vi har slettet dine oplysninger.")
    expect(erased).not.toContain("Vi har ingen oplysninger om dig.")
    expect(erased).toMatch(/Ordre 77<small>gemmes til og med 31\. december 2029/)
  })
})
