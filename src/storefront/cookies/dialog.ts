import type { CookieConsentConfig, Section, Translation } from "vanilla-cookieconsent"
import type { NoticeCookie, OptionalCookiePurpose, StoreNotice } from "../../types/http"
import { CHOICE_COOKIE, namePattern, OPTIONAL } from "./memory"
import type { CookieWords } from "./words"

const DAYS = 365

/** The list of a cookie notice. */
export const cookiesOf = (notice: StoreNotice | null): NoticeCookie[] =>
  notice?.data && "cookies" in notice.data ? notice.data.cookies : []

/** What can be chosen beside a notice. */
export const purposesOf = (notice: StoreNotice | null): OptionalCookiePurpose[] =>
  OPTIONAL.filter((purpose) => cookiesOf(notice).some((cookie) => cookie.purpose === purpose))

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** The library takes HTML; what the store answers is text. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)

const COLUMNS = ["name", "provider", "description", "lifetime"] as const

/** Ids of the library's headings are made of them, so they hold no plain space. */
const heading = (text: string): string => text.replace(/\s/g, "\u00a0")

const tableOf = (cookies: NoticeCookie[], { columns }: CookieWords) => ({
  headers: Object.fromEntries(COLUMNS.map((name) => [name, heading(columns[name])])),
  body: cookies.map((cookie) =>
    Object.fromEntries(COLUMNS.map((name) => [name, escapeHtml(cookie[name])]))
  ),
})

/** The library makes tables for what has a toggle only; what is necessary has none. */
const necessaryList = (cookies: NoticeCookie[], words: CookieWords): string => {
  const { headers, body } = tableOf(cookies, words)
  const head = COLUMNS.map(
    (name) => `<th scope="col" class="pm__table-th">${headers[name] ?? ""}</th>`
  )
  const rows = body.map((cookie) => {
    const cells = COLUMNS.map(
      (name) =>
        `<td class="pm__table-td" data-column="${headers[name] ?? ""}"><div>${cookie[name] ?? ""}</div></td>`
    )
    return `<tr class="pm__table-tr">${cells.join("")}</tr>`
  })
  return `<details class="dk-cookie-list"><summary>${words.list}</summary>
    <table class="pm__section-table"><thead class="pm__table-head"><tr>${head.join("")}</tr></thead>
    <tbody class="pm__table-body">${rows.join("")}</tbody></table></details>`
}

const sectionsOf = (notice: StoreNotice, words: CookieWords): Section[] => {
  const listed = (purpose: string) =>
    cookiesOf(notice).filter((cookie) => cookie.purpose === purpose)
  const { name, description } = words.purposes.necessary
  const necessary = listed("necessary")
  const list = necessary.length > 0 ? necessaryList(necessary, words) : ""
  return [
    {
      description: `<span class="dk-cookie-text">${escapeHtml(notice.body)}</span>
        <span class="dk-cookie-version">${words.version} ${notice.version.toString()}</span>`,
    },
    { title: name, description: `${description}${list}` },
    ...purposesOf(notice).map((purpose) => ({
      title: words.purposes[purpose].name,
      description: words.purposes[purpose].description,
      linkedCategory: purpose,
      cookieTable: tableOf(listed(purpose), words),
    })),
  ]
}

type Shown = {
  notice: StoreNotice | null
  words: CookieWords
  locale: string
  /** Another number than the remembered choice has makes that choice no longer valid. */
  revision: number
  onReady: (dialog: HTMLElement) => void
}

/**
 * How the library shows a notice: its dialog with a toggle for each purpose is the first and only layer. Without a notice the
 * remembered choice still holds for all purposes.
 */
export const dialogConfig = (shown: Shown): CookieConsentConfig => {
  const { notice, words, locale, revision, onReady } = shown
  const purposes = notice ? purposesOf(notice) : OPTIONAL
  const buttons = purposes.length > 0 && {
    acceptAllBtn: words.accept,
    acceptNecessaryBtn: words.refuse,
    savePreferencesBtn: words.save,
  }
  const preferencesModal = {
    title: words.title,
    closeIconLabel: words.close,
    ...buttons,
    sections: notice ? sectionsOf(notice, words) : [],
  }
  const clears = (purpose: OptionalCookiePurpose) =>
    cookiesOf(notice)
      .filter((cookie) => cookie.purpose === purpose)
      .map(({ name }) => ({ name: namePattern(name) }))
  return {
    autoShow: false,
    // Who tests a shop by machine, and who reads it by one, is asked like everybody else.
    hideFromBots: false,
    revision,
    cookie: { name: CHOICE_COOKIE, expiresAfterDays: DAYS },
    categories: {
      necessary: { enabled: true, readOnly: true },
      ...Object.fromEntries(
        purposes.map((purpose) => [purpose, { autoClear: { cookies: clears(purpose) } }])
      ),
    },
    onModalReady: ({ modal }) => {
      onReady(modal)
    },
    language: {
      default: locale,
      // Without words for a first layer the library makes none; its types do not say so.
      translations: { [locale]: { preferencesModal } as Translation },
    },
  }
}
