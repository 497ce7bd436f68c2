import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { openAdmin } from "../helpers/admin"
import type { Language } from "../helpers/admin"
import type { Stage } from "../helpers/demo"
import { SIZES } from "./camera"
import type { Camera } from "./camera"
import type { Contents } from "./contents"

const ROUTES = join(__dirname, "..", "..", "src", "admin", "routes")

type Shot = { subject: string; path: string; part?: string }

/** Addresses of all pages that the plugin adds, `[id]` filled in. */
const ownPages = ({ ids }: Contents): Shot[] =>
  readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .sort()
    .map((file) => {
      const route = `/${file.replace(/\/page\.tsx$/, "")}`
      const list = route.replace(/\/\[id\]$/, "")
      const subject = list.replace(/^\/(privacy\/)?/, "")
      if (list === route) return { subject, path: route }
      const id = ids[list]
      if (id === undefined) throw new Error(`Nothing is there to show at ${route}`)
      return { subject: `${subject}-one`, path: `${list}/${id}` }
    })

/** Parts of Medusa's own pages. */
const widgets = ({ customerId, orderId }: Contents): Shot[] => [
  { subject: "customer", path: `/customers/${customerId}`, part: "dk-buyer" },
  { subject: "customer-personal-data", path: `/customers/${customerId}`, part: "dk-personal-data" },
  { subject: "order", path: `/orders/${orderId}`, part: "dk-invoices" },
  { subject: "order-buyer", path: `/orders/${orderId}`, part: "dk-buyer" },
]

/** Waits until a page has read what it shows. */
const open = async (page: Page, address: string, part?: string): Promise<void> => {
  await page.goto(address, { waitUntil: "domcontentloaded" })
  await page
    .locator(part ? `[data-testid=${part}]` : "[data-testid^=dk-]")
    .first()
    .waitFor()
  await page.waitForLoadState("networkidle")
  await page.waitForFunction(() => !document.querySelector("main [aria-busy=true], .animate-pulse"))
}

/** Every page of the plugin in Medusa Admin, and what it adds to pages of Medusa's. */
export const takeAdmin = async (
  { demo, browser }: ReturnType<Stage>,
  { camera, contents, language }: { camera: Camera; contents: Contents; language: Language }
): Promise<void> => {
  const page = await openAdmin(browser, demo, language)
  await page.setViewportSize(SIZES.wide)
  for (const { subject, path, part } of [...ownPages(contents), ...widgets(contents)]) {
    await open(page, `${demo.url}/app${path}`, part)
    const prepare = part && (() => page.getByTestId(part).first().scrollIntoViewIfNeeded())
    await camera.take(page, { language, subject, part: "own", ...(prepare && { prepare }) })
  }
  await page.context().close()
}
