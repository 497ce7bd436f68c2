import { createHash } from "node:crypto"
import canonicalize from "canonicalize"
import type { Browser, Page } from "playwright-core"
import type {
  NoticeCookie,
  StoreCookieChoice,
  StoreCookieChoiceResponse,
  StoreNotice,
  StoreNoticeListResponse,
} from "../../src/types/http"
import { openPage } from "./browser"
import type { RunningDemo } from "./demo"
import { CHOICE_COOKIE } from "./storefront"

export type Language = "da" | "en"

/** A new visitor's page of the shop, and every address outside the shop and the store that it asks for. */
export const visit = async (
  browser: Browser,
  demo: RunningDemo,
  {
    language = "da",
    width = 1200,
    path = "/",
    colorScheme = "light",
  }: {
    language?: Language
    width?: number
    path?: string
    colorScheme?: "light" | "dark"
  } = {}
): Promise<{ page: Page; strangers: string[] }> => {
  const locale = language === "da" ? "da-DK" : "en-GB"
  const page = await openPage(browser, { locale, width, colorScheme })
  const strangers: string[] = []
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === demo.third_party_url) strangers.push(pathname)
  })
  await page.goto(`${demo.storefront_url}${path}?lang=${language}`)
  return { page, strangers }
}

export const dialog = (page: Page) => page.getByRole("dialog")

const askStore = async <Answer>(
  demo: RunningDemo,
  path: string,
  body?: object
): Promise<Answer> => {
  const response = await fetch(demo.url + path, {
    method: body ? "POST" : "GET",
    headers: {
      "x-publishable-api-key": demo.publishable_key,
      "content-type": "application/json",
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status.toString()}`)
  return (await response.json()) as Answer
}

/** The cookie notice in force. */
export const noticeInForce = async (
  demo: RunningDemo,
  language: Language
): Promise<StoreNotice & { data: { cookies: NoticeCookie[] } }> => {
  const path = `/store/privacy/notices?kind=cookies&current=true&locale=${language}`
  const [notice] = (await askStore<StoreNoticeListResponse>(demo, path)).notices
  if (!notice?.data || !("cookies" in notice.data)) throw new Error("there is no cookie notice")
  return { ...notice, data: notice.data }
}

type Remembered = {
  categories: string[]
  data: { visitor: string; notice: string; pending: object[] }
}

/** What the browser remembers of the choice; null without one. */
export const remembered = async (page: Page): Promise<Remembered | null> => {
  const cookies = await page.context().cookies()
  const cookie = cookies.find(({ name }) => name === CHOICE_COOKIE)
  return cookie ? (JSON.parse(decodeURIComponent(cookie.value)) as Remembered) : null
}

/** What the store has noted of this browser's choice. */
export const proofOf = async (demo: RunningDemo, page: Page): Promise<StoreCookieChoice | null> => {
  const memory = await remembered(page)
  if (!memory) return null
  const body = { visitor_id: memory.data.visitor }
  const path = "/store/privacy/cookie-choices/lookup"
  return (await askStore<StoreCookieChoiceResponse>(demo, path, body)).cookie_choice
}

/** Asks until the answer is as wished, for ten seconds; gives the last one. */
export const until = async <Value>(
  ask: () => Promise<Value> | Value,
  isWished: (value: Value) => boolean
): Promise<Value> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = await ask()
    if (isWished(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return ask()
}

/** Names of everything the shop's pages have left in this browser. */
export const leftBehind = async (page: Page): Promise<string[]> => {
  const cookies = (await page.context().cookies()).map(({ name }) => name)
  const stored = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ])
  return [...cookies, ...stored].sort()
}

type Screen = { body: string; cookies: Record<string, string>[] }

/** The text and the list as they stand in the open dialog, by the headings and columns of its language. */
const readScreen = (page: Page): Promise<Screen> =>
  page.evaluate(() => {
    const purposes = ["necessary", "functional", "statistics", "marketing"]
    const columns = ["name", "provider", "description", "lifetime"]
    const body = document.querySelector("#cc-main .dk-cookie-text")?.textContent ?? ""
    const rows = Array.from(document.querySelectorAll("#cc-main .pm__table-body tr"))
    const cookies = rows.map((row) => {
      const toggle = row.closest(".pm__section--toggle")?.querySelector("input")
      const cells = Array.from(row.querySelectorAll("td"), (cell) => cell.textContent)
      const entries = columns.map((column, index) => [column, cells[index] ?? ""])
      const purpose = purposes.find((name) => name === toggle?.value) ?? "necessary"
      return { ...(Object.fromEntries(entries) as Record<string, string>), purpose }
    })
    return { body, cookies }
  })

/** SHA-256 of what the visitor sees in the dialog, made as the store makes that of a notice. */
export const digestOnScreen = async (page: Page): Promise<string> => {
  const { body, cookies } = await readScreen(page)
  const text = `${body}\n${canonicalize({ cookies }) ?? ""}`
  return createHash("sha256").update(text).digest("hex")
}
