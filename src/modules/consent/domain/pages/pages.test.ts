import { createHash } from "node:crypto"
import { confirmPage } from "./confirm-page"
import { sheetPage } from "./sheet-page"
import { unsubscribePage } from "./unsubscribe-page"

const shop = { name: `Butik <b>"Å"</b>`, email: "butik@butik.example" }
const LOCALES = ["da", "en"] as const

const hashes = (html: string, tag: "style" | "script"): string[] =>
  [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
  )

const notice = { body: "Ja tak til <i>nyt</i>\nom bøger.", locale: "da" }

const sheet = {
  version: "dk-consent-sheet/1",
  created_at: "2026-11-26T12:00:00.000Z",
  controller: { ...shop, cvr: "10150817", address: "Gade 1" },
  subject_keys: ["dkcsub_1"],
  purposes: [],
  events: [],
  notices: [],
}

const PAGES = LOCALES.flatMap((locale) => [
  unsubscribePage({ locale, shop, channel: "sms", state: "asked" }),
  unsubscribePage({ locale, shop, channel: "email", state: "unsubscribed" }),
  confirmPage({ locale, shop, state: "asked", notice }),
  confirmPage({ locale, shop, state: "confirmed", notice }),
  confirmPage({ locale, shop, state: "expired", notice: null }),
  sheetPage(sheet, locale),
])

describe("the pages for people", () => {
  it("run their own style and script and no other", () => {
    for (const { html, policy } of PAGES) {
      const own = [...hashes(html, "style"), ...hashes(html, "script")]
      expect(own.length).toBeGreaterThan(0)
      expect(policy.match(/'sha256-[^']+'/g)).toEqual(own)
      expect(html).not.toMatch(/ on\w+=| style=|https?:/)
    }
  })

  it("escape what the shop is called", () => {
    for (const { html } of PAGES) {
      expect(html).toContain("Butik &lt;b&gt;&quot;Å&quot;&lt;/b&gt;")
      expect(html).not.toContain("<b>")
    }
  })

  it("show what is agreed to, in its own language, and that it can be taken back", () => {
    for (const state of ["asked", "confirmed"] as const) {
      const { html } = confirmPage({ locale: "en", shop, state, notice })
      expect(html).toContain('<pre lang="da">Ja tak til &lt;i&gt;nyt&lt;/i&gt;\nom bøger.</pre>')
      expect(html).toContain("You can unsubscribe at any time")
    }
    expect(confirmPage({ locale: "da", shop, state: "asked", notice: null }).html).not.toContain(
      "<pre"
    )
  })

  it("name purposes, channels and kinds of text in the reader's language, and a shop's own purpose as it is", () => {
    const purpose = (name: string) => ({
      ...{ purpose: name, channel: "email", state: "given" },
      ...{ permitted_by: "consent", since: null },
    })
    const read = {
      ...sheet,
      purposes: [purpose("similar_products"), purpose("book_club")],
      events: [
        {
          ...{ purpose: "privacy", channel: null, state: "shown", source: "asserted" },
          ...{ occurred_at: "2026-11-26T12:00:00.000Z", notice_sha256: "ab" },
        },
      ],
      notices: [{ kind: "privacy", locale: "da", version: 2, sha256: "ab", body: "Tekst" }],
    }
    const cells = (locale: "da" | "en") =>
      [...sheetPage(read, locale).html.matchAll(/<td>([^<]*)<\/td>/gu)].map(([, text]) => text)
    expect(cells("da")).toEqual(
      expect.arrayContaining([
        ...["tilbud på lignende varer", "e-mail", "book_club", "privatlivspolitik"],
        "privatlivspolitik, dansk, udgave 2",
      ])
    )
    expect(cells("en")).toEqual(
      expect.arrayContaining([
        ...["offers on similar goods", "e-mail", "book_club", "privacy policy"],
        "privacy policy, Danish, version 2",
      ])
    )
  })

  it("change something by buttons only, which are forms that post", () => {
    const [page] = PAGES
    expect(page?.html.match(/<form method="post">/g)).toHaveLength(2)
    expect(page?.html).not.toMatch(/<a |<img|<script/)
  })
})
