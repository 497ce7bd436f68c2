import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { chromium } from "playwright-core"
import type { Browser, Page } from "playwright-core"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** Where Chromium is installed; undefined on a machine without it. */
export const chromiumPath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser"].map((name) => join(folder, name)))
  .find((path) => existsSync(path))

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: FLAGS })

/** A page of a new visitor. */
export const openPage = async (
  browser: Browser,
  {
    locale = "da-DK",
    width = 1200,
    colorScheme = "light",
  }: { locale?: string; width?: number; colorScheme?: "light" | "dark" } = {}
): Promise<Page> => {
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ locale, viewport, colorScheme })
  context.setDefaultTimeout(60_000)
  return context.newPage()
}
