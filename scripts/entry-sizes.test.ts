import { execFileSync } from "node:child_process"
import { join } from "node:path"

const LIMIT = 25_000

describe("the entries for browsers", () => {
  const said = execFileSync(process.execPath, [join(__dirname, "entry-sizes.mjs")])
  const sizes = JSON.parse(said.toString()) as Record<string, number>

  it("are the two that package.json names, and what the storefront's asks for when it needs it", () => {
    expect(Object.keys(sizes).map((path) => path.replace(/-[A-Z0-9]{8}/, ""))).toEqual(
      expect.arrayContaining(["rules/index.mjs", "storefront/index.mjs", "storefront/page.mjs"])
    )
  })

  it.each(Object.entries(sizes))("%s weighs at most 25 kB gzipped", (_entry, size) => {
    expect(size).toBeLessThanOrEqual(LIMIT)
    expect(size).toBeGreaterThan(0)
  })
})
