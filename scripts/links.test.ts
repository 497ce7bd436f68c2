import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { documents } from "./lib/documents"

const ROOT = join(__dirname, "..")
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8")

/** Code shows addresses that are no links. */
const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "`code`")

/** The names a browser can jump to: of headings, as GitHub makes them. */
const anchorsOf = (text: string): string[] =>
  Array.from(
    text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#{1,6} (.+)$/gm),
    ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- _]/gu, "")
        .replace(/ /g, "-")
  )

const linksOf = (file: string): string[] =>
  Array.from(withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g), ([, link]) => link ?? "")

const isBroken = (file: string, link: string): boolean => {
  if (/^(https?|mailto):/.test(link)) return false
  const [path = "", anchor] = link.split("#")
  const target = path === "" ? file : join(dirname(file), path)
  if (!existsSync(join(ROOT, target))) return true
  return anchor !== undefined && !anchorsOf(read(target)).includes(anchor)
}

describe("links", () => {
  it("are found", () => {
    expect(linksOf("README.md").length).toBeGreaterThan(20)
    expect(isBroken("README.md", "docs/nothing.md")).toBe(true)
    expect(isBroken("README.md", "docs/domains.md#nothing")).toBe(true)
  })

  it.each(documents())("of %s lead somewhere", (file) => {
    expect(linksOf(file).filter((link) => isBroken(file, link))).toEqual([])
  })
})

describe("documents", () => {
  it("are all led to, from README on", () => {
    const seen = new Set<string>()
    const follow = (file: string): void => {
      if (seen.has(file) || !file.endsWith(".md")) return
      seen.add(file)
      for (const link of linksOf(file)) {
        const [path = ""] = link.split("#")
        const target = join(dirname(file), path)
        if (path !== "" && !/^https?:/.test(link) && existsSync(join(ROOT, target))) follow(target)
      }
    }
    follow("README.md")
    const guides = documents().filter((file) => /^docs\/(?!decisions)/.test(file))
    expect(guides.filter((file) => !seen.has(file))).toEqual([])
  })
})
