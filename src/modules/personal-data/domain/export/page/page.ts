import { sha256 } from "../../../../../shared/sha256"
import type { Category } from "../../table-map"
import { COLUMN_WORDS } from "../column-words"
import { jsonInHtml } from "../escape"
import type { Information } from "../information"
import { isDocument, tableLabel } from "../labels"
import { VALUE_WORDS } from "../value-words"
import { CATEGORY_WORDS } from "../words"
import type { Locale, Text } from "../words"
import { aboutBoxes } from "./about"
import type { KeptEntry } from "./about"
import { html, NONE, trusted } from "../../../../../shared/html"
import type { Html } from "../../../../../shared/html"
import { PAGE_SCRIPT } from "./script"
import { PAGE_STYLE } from "./style"
import { PAGE_TEXTS } from "./texts"
import type { PageTexts } from "./texts"

/** What the page is made of, but the rows. */
export type PageInput = {
  locale: Locale
  profile: "access" | "portability"
  createdAt: string
  shop: { name: string; address: string; email: string }
  tables: readonly { name: string; category: Category; rows: number }[]
  /** Only an access export has these. */
  access: {
    emails: readonly string[]
    orders_to_be_confirmed: number
    kept_documents: readonly KeptEntry[]
    kept_after_erasure: readonly KeptEntry[]
    information: Information
  } | null
  sections: readonly { name: string; title: string }[]
}

type Group = { category: Category; rows: number; tables: PageInput["tables"] }

const hashOf = (text: string): string => Buffer.from(sha256(text), "hex").toString("base64")

/** Only this page's own style and script may run, and nothing may be fetched. */
const POLICY = `default-src 'none'; style-src 'sha256-${hashOf(PAGE_STYLE)}'; script-src 'sha256-${hashOf(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`

/** How dates and numbers are written. */
const LOCALES: Readonly<Record<Locale, string>> = { da: "da-DK", en: "en-GB" }

const groupsOf = ({ tables }: PageInput): Group[] =>
  (Object.keys(CATEGORY_WORDS) as Category[])
    .map((category) => {
      const own = tables.filter((table) => table.category === category && table.rows > 0)
      return { category, tables: own, rows: own.reduce((sum, { rows }) => sum + rows, 0) }
    })
    .filter(({ rows }) => rows > 0)

const numberIn = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(LOCALES[locale]).format(value)

const headerOf = (input: PageInput, texts: PageTexts): Html => {
  const { shop, profile, createdAt, access } = input
  const about = access === null ? "" : access.emails.join(", ")
  return html`<header>
    <div>
      <h1>${texts.title(shop.name)}</h1>
      <p>${texts.lead[profile]}</p>
      <p class="soft">
        ${about === "" ? NONE : html`${about} · `}${texts.made}
        <time datetime="${createdAt}" data-time="${createdAt}">${createdAt}</time>
      </p>
    </div>
    <button id="print" type="button" hidden>${texts.print}</button>
  </header> `
}

const overviewOf = (input: PageInput, groups: readonly Group[], texts: PageTexts): Html => {
  if (groups.length === 0) {
    const isKept = (input.access?.kept_after_erasure.length ?? 0) > 0
    return html`<section class="note">
      <h3>${isKept ? texts.onlyKept : texts.nothing}</h3>
      <p>${isKept ? texts.onlyKeptMore : texts.nothingMore}</p>
    </section> `
  }
  const links = groups.map(
    ({ category, rows }) =>
      html`<a href="#${category}"
        >${CATEGORY_WORDS[category][input.locale]}<b>${numberIn(input.locale, rows)}</b></a
      > `
  )
  return html`<h2>${texts.overview}</h2>
    <nav>${links}${input.access === null ? NONE : html`<a href="#about">${texts.about}</a>`}</nav> `
}

const groupOf = ({ category, rows, tables }: Group, locale: Locale, isOpen: boolean): Html => {
  const lists = tables.map(
    ({ name, rows: count }) =>
      html`<section data-list="${name}" ${trusted(isDocument(name) ? "data-documents" : "")}>
        <h3>${tableLabel(name, locale)} <span>${numberIn(locale, count)}</span></h3>
        ${isDocument(name) ? html`<p class="soft">${PAGE_TEXTS[locale].hundredths}</p>` : NONE}
      </section> `
  )
  return html`<details id="${category}" ${trusted(isOpen ? "open" : "")}>
    <summary>${CATEGORY_WORDS[category][locale]}<span>${numberIn(locale, rows)}</span></summary>
    ${lists}
  </details> `
}

const sectionsOf = ({ sections }: PageInput, texts: PageTexts): Html =>
  sections.length === 0
    ? NONE
    : html`<h2>${texts.more}</h2>
        ${sections.map(
          ({ name, title }) =>
            html`<details id="section-${name}">
              <summary>${title}</summary>
              <section data-list="section-${name}"></section>
            </details> `
        )}`

const aboutOf = ({ access, locale }: PageInput, texts: PageTexts): Html => {
  if (access === null) return NONE
  const { information, kept_documents: now, kept_after_erasure: before } = access
  const days = new Intl.DateTimeFormat(LOCALES[locale], { dateStyle: "long", timeZone: "UTC" })
  const dated = [...now, ...before].map((entry) => ({
    ...entry,
    keep_through: entry.keep_through === null ? null : days.format(new Date(entry.keep_through)),
  }))
  return html`<h2 id="about">${texts.about}</h2>
    <div class="about">${aboutBoxes(information, dated, texts)}</div> `
}

/** The page up to the blocks of rows. */
export const pageHead = (input: PageInput): string => {
  const { locale, access, shop } = input
  const texts = PAGE_TEXTS[locale]
  const groups = groupsOf(input)
  const unsure = access?.orders_to_be_confirmed ?? 0
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${texts.title(shop.name)}</title>
        ${trusted(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        <main>
          ${headerOf(input, texts)} ${overviewOf(input, groups, texts)}
          ${unsure > 0 ? html`<p class="note">${texts.unsure(unsure)}</p>` : NONE}
          <noscript><p class="note">${texts.noScript}</p></noscript>
          ${groups.length > 0 ? html`<h2>${texts.data}</h2>` : NONE}
          ${groups.map((group, index) => groupOf(group, locale, index === 0))}
          ${sectionsOf(input, texts)} ${aboutOf(input, texts)}
          <footer>
            <p>${texts.files}</p>
            <p>${shop.name}, ${shop.address} · ${shop.email}</p>
          </footer>
        </main>
      </body>
    </html> `.html
}

/** A block of JSON text that the page's script reads. */
const jsonBlock = (attributes: Html, json: string): string =>
  `<script type="application/json" ${attributes.html}>${jsonInHtml(json)}</script>\n`

/** A block of a list's rows, given as JSON text. */
export const rowsBlock = (list: string, rows: readonly string[]): string =>
  jsonBlock(html`data-of="${list}" data-rows="${rows.length}"`, `[${rows.join(",")}]`)

const inLocale = (texts: Readonly<Record<string, Text>>, locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[locale]]))

/**
 * The page after the blocks of rows. Amounts in rows without a currency of their own (lines, refunds) are shown in
 * `currency`: the only one that the rows name, or null.
 */
export const pageEnd = (locale: Locale, currency: string | null = null): string => {
  const words = JSON.stringify({
    locale: LOCALES[locale],
    currency,
    labels: inLocale(COLUMN_WORDS, locale),
    values: Object.fromEntries(
      Object.entries(VALUE_WORDS).map(([key, texts]) => [key, inLocale(texts, locale)])
    ),
    texts: PAGE_TEXTS[locale].script,
  })
  return `${jsonBlock(html`id="words"`, words)}<script>${PAGE_SCRIPT}</script>\n</body>\n</html>\n`
}
