import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { emittedEvents, jobs, listeners, ownRoutes, workflows } from "./lib/reference-parts"
import { EVENT_WORDS, referencePage } from "./lib/reference-page"

const PAGE = join(__dirname, "../docs/reference.md")
const routes = ownRoutes()

describe("the reference", () => {
  it("says what every route does", () => {
    expect(routes.length).toBeGreaterThan(150)
    const silent = routes.filter(({ comment }) => comment === "")
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it("has every event that is emitted, and no other", () => {
    expect(emittedEvents()).toEqual(Object.keys(EVENT_WORDS).sort())
  })

  it("says what every listener and job does", () => {
    expect(
      listeners().filter(({ events, comment }) => events.length === 0 || comment === "")
    ).toEqual([])
    expect(jobs().filter(({ schedule, comment }) => schedule === "" || comment === "")).toEqual([])
  })

  it("says what every workflow takes and gives", () => {
    expect(workflows().length).toBeGreaterThan(10)
    const lacking = workflows().filter(
      ({ input, output, comment }) => [input, output, comment].includes("") || /^\w+$/.test(input)
    )
    expect(lacking.map(({ name }) => name)).toEqual([])
  })

  it("is what the docs say", () => {
    const page = referencePage()
    if (process.env.WRITE_DOCS) writeFileSync(PAGE, page)
    // `npm run docs:reference` writes it anew.
    expect(readFileSync(PAGE, "utf8")).toBe(page)
  })
})
