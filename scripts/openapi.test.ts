import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import Ajv2020 from "ajv/dist/2020"
import addFormats from "ajv-formats"
import apiMiddlewares from "../src/api/middlewares"
import { openApiDocument } from "./lib/openapi/document"
import { answeringRoutes } from "./lib/openapi/route-answers"

/** Declarations, since mocks are made before anything else of this file. */
function mockJudge(place: string) {
  return (schemaOf: () => unknown) => Object.assign(() => undefined, { schema: schemaOf(), place })
}
function mockAuthenticate(actor: string, _ways: string[], options: Record<string, boolean> = {}) {
  const signedIn = options.allowUnauthenticated ? "may" : "must"
  return Object.assign(() => undefined, actor === "customer" ? { signedIn } : {})
}

// What judges a body or a query says by which schema, and what asks for an account says so; nothing is served here.
jest.mock("../src/api/_shared/validate-body", () => ({ validateBody: mockJudge("body") }))
jest.mock("../src/api/_shared/validate-query", () => ({ validateQuery: mockJudge("query") }))
jest.mock("@medusajs/framework/http", () => ({
  ...jest.requireActual<object>("@medusajs/framework/http"),
  authenticate: mockAuthenticate,
}))

const FILE = join(__dirname, "../docs/openapi.json")
const routes = answeringRoutes()
const document = openApiDocument(apiMiddlewares.routes ?? [])

type Operation = {
  operationId: string
  tags: string[]
  description: string
  security: Record<string, unknown>[]
  parameters?: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>
  "x-permission"?: string
}

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    operation: operation as Operation,
  }))
)

const namesOf = (found: readonly { name: string }[]): string[] => found.map(({ name }) => name)

/** Every `$ref` of the document. */
const references = new Set(
  Array.from(JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g), ([, found]) => found ?? "")
)

describe("the OpenAPI document", () => {
  it("has every route", () => {
    expect(routes.length).toBeGreaterThan(200)
    expect(operations).toHaveLength(routes.length)
  })

  it("says of each what it does, of which domain it is and what it is called, once", () => {
    const tags = document.tags.map(({ name }) => name)
    expect(tags).toHaveLength(8)
    const lacking = operations.filter(
      ({ operation }) => operation.description === "" || !tags.includes(operation.tags[0] ?? "")
    )
    expect(namesOf(lacking)).toEqual([])
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(
      operations.length
    )
  })

  it("says of each what it answers, but for the webhook, which answers nothing", () => {
    const silent = operations.filter(({ operation }) =>
      Object.values(operation.responses).some(
        ({ content, $ref }) => content === undefined && $ref === undefined
      )
    )
    expect(namesOf(silent)).toEqual(["POST /hooks/nets/{session_id}"])
  })

  it("names each part of a path as a parameter, and none twice", () => {
    const wrong = operations.filter(({ path, operation: { parameters = [] } }) => {
      const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => name)
      const expected = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name)
      const all = parameters.map((one) => `${one.in} ${one.name}`)
      return inPath.join() !== expected.join() || new Set(all).size !== all.length
    })
    expect(namesOf(wrong)).toEqual([])
  })

  it("says of each of Admin's what staff needs, and of the others what to show", () => {
    const admin = operations.filter(({ path }) => path.startsWith("/admin"))
    expect(namesOf(admin.filter(({ operation }) => !operation["x-permission"]))).toEqual([])
    const { securitySchemes } = document.components
    const asked = operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys))
    expect([...new Set(asked)].sort()).toEqual(Object.keys(securitySchemes).sort())
    const open = operations.filter(({ operation }) => operation.security.length === 0)
    expect(open.every(({ path }) => path.startsWith("/privacy/"))).toBe(true)
  })

  it("names only parts that it has, and has none that nobody names", () => {
    const { schemas, responses } = document.components
    const has = Object.entries({ schemas, responses }).flatMap(([kind, parts]) =>
      Object.keys(parts).map((name) => `#/components/${kind}/${name}`)
    )
    expect([...references].sort()).toEqual(has.sort())
  })

  it("has schemas that JSON Schema 2020-12, the dialect of OpenAPI 3.1, takes", () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
    addFormats(ajv)
    const bodies = operations.flatMap(({ operation: { requestBody, responses } }) =>
      [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.values(part?.content ?? {}).map(({ schema }) => schema)
      )
    )
    const schemas = [...Object.values(document.components.schemas), ...bodies]
    const wrong = schemas.filter((schema) => ajv.validateSchema(schema) !== true)
    expect(wrong).toEqual([])
  })

  it("is what the docs say", () => {
    const text = `${JSON.stringify(document, null, 1)}\n`
    if (process.env.WRITE_DOCS) writeFileSync(FILE, text)
    // `npm run docs:openapi` writes it anew.
    expect(readFileSync(FILE, "utf8")).toBe(text)
  })
})
