import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { COLOURS, FOLDER, nameOf, SIZES } from "./camera"
import type { Size } from "./camera"

const HEAD = `# Pictures

Every page of the plugin in Medusa Admin and in the demo's storefront, in Danish and English, light and dark, on a desk's screen and
on a telephone. Made by \`npm run docs:pictures\` from a demo store with invented people; the same run looks at the accessibility of
each (axe), and fails on what is serious.

`

const variants = (["da", "en"] as const).flatMap((language) =>
  COLOURS.flatMap((colour) =>
    (Object.keys(SIZES) as Size[]).map((size) => ({ language, colour, size }))
  )
)

/** A table of all pictures, a page in each line. */
export const writeIndex = (subjects: readonly string[]): void => {
  const titles = variants.map(({ language, colour, size }) => `${language}, ${colour}, ${size}`)
  const lines = subjects.map((subject) => {
    const cells = variants.map(({ language, colour, size }) => {
      const name = nameOf(language, colour, size, subject)
      return existsSync(join(FOLDER, name)) ? `[see](${name})` : "–"
    })
    return `| ${[subject, ...cells].join(" | ")} |`
  })
  const table = [
    `| page | ${titles.join(" | ")} |`,
    `|${" --- |".repeat(titles.length + 1)}`,
    ...lines,
  ]
  writeFileSync(join(FOLDER, "README.md"), `${HEAD}${table.join("\n")}\n`)
}
