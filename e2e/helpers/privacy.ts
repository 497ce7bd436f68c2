import { readFileSync } from "node:fs"
import { Client } from "@medusajs/framework/pg"
import type { Download, Page } from "playwright-core"
import { adminToken } from "./admin"
import type { RunningDemo } from "./demo"
import { call } from "./sale"

/** Starts an erasure as staff does over the API. Gives its id. */
export const startErasure = async (
  demo: RunningDemo,
  body: { customer_id: string; grace_hours: number }
): Promise<string> => {
  const { erasure } = await call<{ erasure: { id: string } }>(demo, "/admin/privacy/erasures", {
    token: await adminToken(demo),
    body,
  })
  return erasure.id
}

/** The number of an order as people know it. */
export const orderNumber = async (demo: RunningDemo, id: string): Promise<string> => {
  const { order } = await call<{ order: { display_id: number } }>(
    demo,
    `/admin/orders/${id}?fields=display_id`,
    { token: await adminToken(demo) }
  )
  return order.display_id.toString()
}

/** Rows of a statement in the demo's database. */
export const rowsOf = async <Row extends object>(
  demo: RunningDemo,
  statement: string
): Promise<Row[]> => {
  const port = demo.env.POSTGRES_PORT ?? ""
  const client = new Client(`postgres://postgres:postgres@localhost:${port}/store`)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Runs SQL in the demo's database. */
export const sql = async (demo: RunningDemo, statement: string): Promise<void> => {
  await rowsOf(demo, statement)
}

/** Opens a page of the dashboard and waits for a part of it. */
export const openPrivacy = async (
  page: Page,
  { url }: Pick<RunningDemo, "url">,
  { path, testId }: { path: string; testId: string }
): Promise<void> => {
  await page.goto(`${url}/app/privacy${path}`, { waitUntil: "domcontentloaded" })
  await page.getByTestId(testId).first().waitFor()
}

/** Chooses by position in a list that opens, whatever the language. */
export const choose = async (page: Page, testId: string, position: number): Promise<void> => {
  await page.getByTestId(testId).click()
  await page.getByRole("option").nth(position).click()
}

/** Types what the erase dialog asks for: it stands below the input as the last word or words of a hint. */
export const typeConfirmation = async (page: Page): Promise<void> => {
  const hint = (await page.locator("#dk-typed-email-note").textContent()) ?? ""
  await page.fill("#dk-typed-email", hint.replace(/^\S+ /, ""))
}

/** The tab that a button opens, once it has its document. */
export const openTab = async (page: Page, testId: string): Promise<Page> => {
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByTestId(testId).first().click(),
  ])
  await tab.waitForURL(/^blob:/)
  await tab.waitForLoadState("load")
  return tab
}

/** How far a page reaches beyond the screen, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A ZIP begins with the mark of its first file. */
export const isZip = async (download: Download): Promise<boolean> =>
  readFileSync(await download.path())
    .subarray(0, 4)
    .equals(Buffer.from("PK\u0003\u0004"))

/** Presses the button of the export drawer and gives the file. */
export const downloadCopy = async (page: Page): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByTestId("dk-export-drawer-submit").click(),
  ])
  return download
}
