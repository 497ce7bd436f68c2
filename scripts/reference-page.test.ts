import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import apiMiddlewares from "../src/api/middlewares"
import {
  emittedEvents,
  jobs,
  listeners,
  mailTemplates,
  ownRoutes,
  workflows,
} from "./lib/reference-parts"
import { EVENT_WORDS, MAIL_WORDS, referencePage } from "./lib/reference-page"
import { inputsOf } from "./lib/route-bodies"

/** A declaration, since mocks are made before anything else of this file. */
function mockJudge(schemaOf: () => unknown) {
  return Object.assign(() => undefined, { schema: schemaOf() })
}

// What judges a body or a query says by which schema; nothing is served here.
jest.mock("../src/api/_shared/validate-body", () => ({ validateBody: mockJudge }))
jest.mock("../src/api/_shared/validate-query", () => ({ validateQuery: mockJudge }))

const PAGE = join(__dirname, "../docs/reference.md")
const routes = ownRoutes()
const inputs = inputsOf(apiMiddlewares.routes ?? [])

describe("the reference", () => {
  it("says what every route does", () => {
    expect(routes.length).toBeGreaterThan(150)
    const silent = routes.filter(({ comment }) => comment === "")
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it("says what routes take, of routes that there are", () => {
    expect(inputs.size).toBeGreaterThan(100)
    expect(inputs.get("POST /store/privacy/requests/:id/confirm")).toContain("`token` text")
    const known = routes.map(({ method, path }) => `${method} ${path}`)
    const ours = [...inputs.keys()].filter((name) => /(dk|privacy)/.test(name))
    expect(ours.filter((name) => !known.includes(name))).toEqual([])
  })

  it("has every event that is emitted, and no other", () => {
    expect(emittedEvents()).toEqual(Object.keys(EVENT_WORDS).sort())
  })

  it("has every mail that is sent, and no other", () => {
    expect(mailTemplates()).toEqual(Object.keys(MAIL_WORDS).sort())
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
    const page = referencePage(inputs)
    if (process.env.WRITE_DOCS) writeFileSync(PAGE, page)
    // `npm run docs:reference` writes it anew.
    expect(readFileSync(PAGE, "utf8")).toBe(page)
  })
})
