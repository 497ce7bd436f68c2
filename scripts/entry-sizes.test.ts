import { execFileSync } from "node:child_process"
import { join } from "node:path"
import budget from "./lib/size-budget.json"

/** All the dashboard's texts are asked for once, by staff who read Danish. */
const limitOf = (path: string): number =>
  path.includes("dashboard-da/texts") ? budget.dashboardTexts : budget.browserEntry

describe("the entries for browsers", () => {
  const said = execFileSync(process.execPath, [join(__dirname, "entry-sizes.mjs")])
  const sizes = JSON.parse(said.toString()) as Record<string, number>

  it("are those that package.json names, and what they ask for when they need it", () => {
    expect(Object.keys(sizes).map((path) => path.replace(/-[A-Z0-9]{8}/, ""))).toEqual(
      expect.arrayContaining([
        ...["rules/index.mjs", "storefront/index.mjs", "storefront/page.mjs"],
        ...["admin/dashboard-da/index.mjs", "admin/dashboard-da/texts.mjs"],
      ])
    )
  })

  it.each(Object.entries(sizes))("%s weighs no more than it may", (path, size) => {
    expect(size).toBeLessThanOrEqual(limitOf(path))
    expect(size).toBeGreaterThan(0)
  })
})
