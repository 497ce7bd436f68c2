import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { requireOwnOrder } from "../../../src/api/_shared/require-own-order"
import { readCsvBody } from "../../../src/api/_shared/read-csv-body"
import { validateBuyer, validateBuyerPlace } from "../../../src/api/_shared/validate-buyer"

export type JsonSchema = Record<string, unknown>

/** Who a route asks to be signed in as a customer: must, may, or nobody. */
export type SignedIn = "must" | "may" | null

export type RouteInput = {
  query: JsonSchema | null
  body: JsonSchema | null
  /** The body may be a file of `text/csv` instead. */
  takesCsv: boolean
  /** A guest shows the order's token instead of signing in. */
  takesOrderToken: boolean
  signedIn: SignedIn
}

/** What the mocks of a test make of a middleware, so that it says what it does. */
export type Telling = { schema: z.ZodType; place: "body" | "query" } | { signedIn: "must" | "may" }

const told = (value: unknown): Telling | null => {
  if (typeof value !== "function") return null
  if ("schema" in value && value.schema instanceof z.ZodType && "place" in value) {
    return { schema: value.schema, place: value.place === "query" ? "query" : "body" }
  }
  return "signedIn" in value ? { signedIn: value.signedIn === "must" ? "must" : "may" } : null
}

const component = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** Bodies that are judged by the rules of a buyer instead of a schema. */
const BODY_OF = new Map<unknown, JsonSchema>([
  [validateBuyer, component("StoreSetBuyer")],
  [validateBuyerPlace, component("StoreSaveBuyerPlace")],
])

const MOST = Number.MAX_SAFE_INTEGER

/** Numbers of the language are no limits of ours, and a format says what its pattern does. */
const isSaid = (all: object, key: string, value: unknown): boolean =>
  key !== "$schema" &&
  !(key === "maximum" && value === MOST) &&
  !(key === "pattern" && "format" in all)

const withoutLanguage = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutLanguage)
  if (typeof value !== "object" || value === null) return value
  const kept = Object.entries(value).filter(([key, one]) => isSaid(value, key, one))
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutLanguage(one)]))
}

const schemaOf = (schema: z.ZodType): JsonSchema =>
  withoutLanguage(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })) as JsonSchema

const NOTHING: RouteInput = {
  query: null,
  body: null,
  takesCsv: false,
  takesOrderToken: false,
  signedIn: null,
}

const inputOf = (middlewares: readonly unknown[]): RouteInput => {
  const input = { ...NOTHING }
  for (const middleware of middlewares) {
    const says = told(middleware)
    if (says && "schema" in says) input[says.place] = schemaOf(says.schema)
    if (says && "signedIn" in says) input.signedIn = says.signedIn
    if (middleware === readCsvBody) input.takesCsv = true
    if (middleware === requireOwnOrder) input.takesOrderToken = true
    input.body = BODY_OF.get(middleware) ?? input.body
  }
  return input
}

/** As Medusa mounts it: with methods on the path alone, without on all that is below it too. */
const matches = ({ matcher, methods }: MiddlewareRoute, method: string, path: string): boolean => {
  if (methods && !methods.some((name) => name === method)) return false
  const pattern = String(matcher).replace(/:\w+/g, "[^/]+").replace(/\*/g, ".*")
  return new RegExp(`^${pattern}${methods ? "$" : "(/|$)"}`).test(path)
}

/** What a route takes: all middlewares that stand before it, in their order. `path` has `{id}` for a parameter. */
export const inputOfRoute = (
  middlewares: readonly MiddlewareRoute[],
  { method, path }: { method: string; path: string }
): RouteInput =>
  inputOf(
    middlewares
      .filter((one) => matches(one, method, path))
      .flatMap(({ middlewares: found = [] }): unknown[] => found)
  )
