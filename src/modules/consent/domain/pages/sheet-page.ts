import { html } from "../../../../shared/html"
import type { Html } from "../../../../shared/html"
import { layout } from "./layout"
import type { Locale, Page, Shop } from "./layout"
import { TEXTS } from "./sheet-texts"

/** A consent sheet as far as its page shows it. */
export type SheetContents = {
  version: string
  created_at: string
  controller: Shop & { cvr: string; address: string }
  subject_keys: readonly string[]
  purposes: readonly {
    purpose: string
    channel: string
    state: string
    permitted_by: string | null
    since: string | null
  }[]
  events: readonly {
    purpose: string
    channel: string | null
    state: string
    source: string
    occurred_at: string
    notice_sha256: string | null
  }[]
  notices: readonly {
    kind: string
    locale: string
    version: number
    sha256: string
    body: string
  }[]
}

const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  words[name] ?? name

const table = (heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${heads.join(", ")}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`

/** What a person agreed to as a page to read, print and keep; the same contents as the JSON. */
export const sheetPage = (sheet: SheetContents, locale: Locale): Page => {
  const texts = TEXTS[locale]
  const { heads } = texts
  const moment = new Intl.DateTimeFormat(texts.language, {
    timeZone: "Europe/Copenhagen",
    dateStyle: "long",
    timeStyle: "short",
  })
  const at = (instant: string | null): string =>
    instant === null ? "" : moment.format(new Date(instant))
  const languages = new Intl.DisplayNames([texts.language], { type: "language" })
  const titleOf = ({ kind, locale: tag, version }: SheetContents["notices"][number]): string =>
    texts.text(wordOf(texts.kinds, kind), languages.of(tag) ?? tag, version)
  const titles = new Map(sheet.notices.map((notice) => [notice.sha256, titleOf(notice)]))
  const now = sheet.purposes.map((one) => [
    wordOf(texts.purposes, one.purpose),
    wordOf(texts.channels, one.channel),
    wordOf(texts.states, one.state),
    one.permitted_by === null ? texts.nothing : wordOf(texts.bases, one.permitted_by),
    at(one.since),
  ])
  const events = sheet.events.map((event) => [
    at(event.occurred_at),
    wordOf(texts.purposes, event.purpose),
    wordOf(texts.channels, event.channel ?? ""),
    wordOf(texts.states, event.state),
    wordOf(texts.sources, event.source),
    titles.get(event.notice_sha256 ?? "") ?? "",
  ])
  const list = (rows: readonly string[][], columns: readonly string[]): Html =>
    rows.length === 0 ? html`<p>${texts.none}</p>` : table(columns, rows)
  const { controller } = sheet
  const body = html`<p>${texts.about(controller.name)}</p>
    <p>${controller.name}, CVR ${controller.cvr}, ${controller.address}</p>
    <h2>${texts.now}</h2>
    ${list(now, [heads.purpose, heads.channel, heads.state, heads.basis, heads.since])}
    <h2>${texts.events}</h2>
    ${list(events, [heads.when, heads.purpose, heads.channel, heads.state, heads.source, heads.notice])}
    <h2>${texts.notices}</h2>
    ${sheet.notices.map(
      (notice) =>
        html`<h3>${titleOf(notice)}</h3>
          <pre>${notice.body}</pre>
          <p><code>SHA-256 ${notice.sha256}</code></p>`
    )}
    <p>${texts.made(at(sheet.created_at), sheet.version, sheet.subject_keys.join(", "))}</p>`
  return layout({ locale, title: texts.title, body, shop: controller, isWide: true })
}
