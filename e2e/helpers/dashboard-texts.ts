import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Page } from "playwright-core"
import { texts } from "../../src/admin/dashboard-da/texts"

const leaves = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, string][] =>
    typeof inner === "object" && inner !== null
      ? leaves(inner, `${path}${key}.`)
      : [[path + key, String(inner)]]
  )

const dashboard = dirname(require.resolve("@medusajs/dashboard/package.json"))
const english = JSON.parse(
  readFileSync(join(dashboard, "src/i18n/translations/en.json"), "utf8")
) as object

const PLACEHOLDER = /\{\{.*?\}\}/g

/** A text as the parts the dashboard puts marks around. */
const partsOf = (text: string): string[] =>
  text
    .split(/<\/?\w+\/?>/)
    .map((part) => part.trim())
    .filter((part) => /[a-z]{2}/i.test(part.replace(PLACEHOLDER, "")))

/** A word that is in both languages, perhaps for another thing, is not left in English. */
const danish = new Set(leaves(texts).flatMap(([, text]) => partsOf(text)))

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\/]/g, "\\$&")

/** What the dashboard fills in may be anything where much is said around it, and a number where little is. */
const patternOf = (part: string): RegExp => {
  const filled = part.replace(PLACEHOLDER, "").trim().length > 12 ? ".+" : "[^a-z]+"
  return new RegExp(`^${escaped(part).replace(PLACEHOLDER, filled)}$`)
}

const left = [...new Set(leaves(english).flatMap(([, text]) => partsOf(text)))]
  .filter((part) => !danish.has(part))
  .map(patternOf)

const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode
      if (parentElement?.checkVisibility() === true) found.push(textContent ?? "")
    }
    for (const element of document.querySelectorAll("[placeholder], [aria-label], [title]"))
      for (const name of ["placeholder", "aria-label", "title"])
        found.push(element.getAttribute(name) ?? "")
    return found.map((text) => text.trim()).filter((text) => text !== "")
  })

/** What a page shows of the dashboard's English texts. */
export const englishOn = async (page: Page): Promise<string[]> => {
  const shown = [...new Set(await shownTexts(page))]
  return shown.filter((text) => left.some((pattern) => pattern.test(text)))
}
