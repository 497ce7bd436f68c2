import type { Browser, BrowserContext, Page } from "playwright-core"
import type { RunningDemo } from "./demo"
import { settled } from "./accessibility"
import { call } from "./sale"

export type Language = "da" | "en"

type Declare = (name: string, journey: () => Promise<void>) => void

/**
 * Declares a journey. What a screen does is the same in every language: the shorter run makes the journeys in Danish and
 * looks at what is shown in both; with E2E_WHOLE every journey is made in English too.
 */
export const journeyIn = (language: Language): Declare =>
  language === "da" || process.env.E2E_WHOLE !== undefined ? it : () => undefined

/** A desk's screen. */
export const WIDE = { width: 1500, height: 1300 }

/** Nothing fades or slides: what is on its way is neither seen nor waited for. */
const STILL = `*, *::before, *::after { animation-duration: 0s !important; animation-delay: 0s !important;
  transition-duration: 0s !important; transition-delay: 0s !important; }`

/** Opens the session that the login screen would. */
const logIn = async (
  { request }: BrowserContext,
  { url, admin }: Pick<RunningDemo, "url" | "admin">
): Promise<void> => {
  const login = await request.post(`${url}/auth/user/emailpass`, { data: admin })
  const { token } = (await login.json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const session = await request.post(`${url}/auth/session`, { headers })
  if (!session.ok()) throw new Error(`${admin.email} cannot log in: ${await session.text()}`)
}

/** A browser of its own that is logged in to Medusa Admin in a language; it has not been anywhere yet. */
export const openAdmin = async (
  browser: Browser,
  demo: Pick<RunningDemo, "url" | "admin">,
  language: Language
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: WIDE,
    timezoneId: "Europe/Copenhagen",
    acceptDownloads: true,
  })
  context.setDefaultTimeout(60_000)
  await context.addInitScript(
    ({ lng, css }) => {
      localStorage.setItem("lng", lng)
      document.cookie = `lng=${lng};path=/`
      addEventListener("DOMContentLoaded", () => {
        document.head.append(Object.assign(document.createElement("style"), { textContent: css }))
      })
    },
    { lng: language, css: STILL }
  )
  await logIn(context, demo)
  return context.newPage()
}

/** Keeps a picture of a state when E2E_PICTURES names a folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.E2E_PICTURES
  if (folder === undefined) return
  await settled(page)
  await page.screenshot({ path: `${folder}/${name}.png` })
}

/** Opens a customer and waits until the plugin's sections have read what they show. */
export const openCustomer = async (
  page: Page,
  { url }: Pick<RunningDemo, "url">,
  id: string
): Promise<void> => {
  await page.goto(`${url}/app/customers/${id}`, { waitUntil: "domcontentloaded" })
  await page.getByTestId("dk-buyer-edit").waitFor()
  await page.getByTestId("dk-export").waitFor()
}

/** A token of the demo's admin for the API. */
export const adminToken = async (demo: RunningDemo): Promise<string> =>
  (await call<{ token: string }>(demo, "/auth/user/emailpass", { body: demo.admin })).token

/** Makes a staff user who is no operator. */
export const inviteStaff = async (
  demo: RunningDemo,
  email: string
): Promise<RunningDemo["admin"]> => {
  const login = { email, password: "a-storekeepers-password" }
  const { invite } = await call<{ invite: { token: string } }>(demo, "/admin/invites", {
    token: await adminToken(demo),
    body: { email },
  })
  const { token } = await call<{ token: string }>(demo, "/auth/user/emailpass/register", {
    body: login,
  })
  const names = { email, first_name: "Lars", last_name: "Lager" }
  await call(demo, `/admin/invites/accept?token=${invite.token}`, { token, body: names })
  return login
}
