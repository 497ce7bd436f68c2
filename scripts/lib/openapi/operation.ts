import { ROLES, roleMay } from "../../../src/modules/access/domain/roles"
import { findRule } from "../../../src/modules/access/domain/routes/find-rule"
import type { AnsweringRoute } from "./route-answers"
import type { JsonSchema, RouteInput } from "./route-inputs"

type Media = Record<string, { schema: JsonSchema }>
type Answers = Record<string, { description: string; content?: Media }>
type Security = Record<string, never[]>[]

const component = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

const REFUSALS: Readonly<Record<string, string>> = {
  "400": "The message names the field at fault.",
  "401": "Nobody is signed in.",
  "403": "Whoever is signed in may not.",
  "404": "There is none, or not for whoever asks.",
  "409": "A state that forbids it; `code` says which.",
  default: "Refused, or failed.",
}

/** What all operations refuse with, by the status. */
export const REFUSED: Answers = Object.fromEntries(
  Object.entries(REFUSALS).map(([status, description]) => [
    `refused_${status}`,
    { description, content: { "application/json": { schema: component("DkErrorResponse") } } },
  ])
)

const refusal = (status: string): JsonSchema => ({
  $ref: `#/components/responses/refused_${status}`,
})

const isAdmin = ({ path }: AnsweringRoute): boolean => path.startsWith("/admin")

const refusalsOf = (route: AnsweringRoute, input: RouteInput): Record<string, JsonSchema> => {
  const says = (status: string) => route.comment.includes(status)
  const all: [string, boolean][] = [
    ["400", input.body !== null || input.query !== null || says("400")],
    ["401", isAdmin(route) || input.signedIn === "must"],
    ["403", isAdmin(route)],
    ["404", route.path.includes("{") || says("404")],
    ["409", route.mayConflict || says("409")],
    ["default", true],
  ]
  return Object.fromEntries(
    all.filter(([, has]) => has).map(([status]) => [status, refusal(status)])
  )
}

const jsonOf = ({ types }: AnsweringRoute): JsonSchema | null => {
  const [one, ...others] = types.map(component)
  if (!one) return null
  return others.length === 0 ? one : { anyOf: [one, ...others] }
}

/** A file is JSON of any form, or text to a program that reads it. */
const fileSchema = (type: string): JsonSchema =>
  type === "application/json" ? {} : { type: "string" }

/** Where a file is JSON as well, the type is of the other status. */
const contentAt = (route: AnsweringRoute, status: string): Media => {
  const json = jsonOf(route)
  const hasJsonFile = route.files.includes("application/json")
  const files = status === "200" ? route.files : []
  const isTyped = json !== null && !(hasJsonFile && status === "200")
  return {
    ...Object.fromEntries(files.map((type) => [type, { schema: fileSchema(type) }])),
    ...(isTyped && { "application/json": { schema: json } }),
  }
}

const WORDS: Readonly<Record<string, string>> = {
  "200": "Done.",
  "201": "Made.",
  "202": "Taken on; it is done in the background.",
}

const answersOf = (route: AnsweringRoute, input: RouteInput): object => {
  const done = route.statuses.map((status) => {
    const content = contentAt(route, status)
    const isEmpty = Object.keys(content).length === 0
    return [status, { description: WORDS[status] ?? "Done.", ...(!isEmpty && { content }) }]
  })
  return { ...(Object.fromEntries(done) as Answers), ...refusalsOf(route, input) }
}

const STAFF: Security = [{ staffToken: [] }, { session: [] }, { secretApiKey: [] }]

const shopperSecurity = ({ signedIn, takesOrderToken }: RouteInput): Security => {
  const account: Security = [
    { publishableKey: [], customerToken: [] },
    { publishableKey: [], session: [] },
  ]
  if (signedIn === "must") return account
  const guest: Security = takesOrderToken
    ? [{ publishableKey: [], orderToken: [] }]
    : [{ publishableKey: [] }]
  return signedIn === "may" ? [...guest, ...account] : guest
}

const securityOf = ({ path }: AnsweringRoute, input: RouteInput): Security => {
  if (path.startsWith("/admin")) return STAFF
  if (path.startsWith("/store")) return shopperSecurity(input)
  return path.startsWith("/hooks/nets") ? [{ netsToken: [] }] : []
}

const propertiesOf = (schema: JsonSchema | null): [string, JsonSchema][] =>
  Object.entries((schema?.properties ?? {}) as Record<string, JsonSchema>)

const parametersOf = ({ path }: AnsweringRoute, { query }: RouteInput): object[] => {
  const required = (query?.required ?? []) as string[]
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  const inQuery = propertiesOf(query).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

const isNothing = (body: JsonSchema): boolean =>
  body.type === "object" && propertiesOf(body).length === 0 && body.additionalProperties === false

const bodyOf = ({ path }: AnsweringRoute, { body, takesCsv }: RouteInput): object | null => {
  if (body === null || isNothing(body)) return null
  return {
    required: true,
    content: {
      "application/json": { schema: body },
      ...(takesCsv && { "text/csv": { schema: { type: "string" } } }),
      ...(path.startsWith("/privacy") && { "application/x-www-form-urlencoded": { schema: body } }),
    },
  }
}

/** What staff needs for it, as the route table says. */
const permissionOf = ({ method, path }: AnsweringRoute): object => {
  const rule = findRule(method, path.replace(/\{(\w+)\}/g, ":$1"))
  if (!rule) return {}
  return {
    "x-permission": rule.needs,
    "x-roles": ROLES.filter((role) => roleMay(role, rule.needs)),
    ...(rule.purpose !== null && { "x-reads-people-for": rule.purpose }),
  }
}

/** `getAdminDkInvoicesIdPdf` */
const operationIdOf = ({ method, path }: AnsweringRoute): string => {
  const words = path.match(/\w+/g) ?? []
  const name = words
    .flatMap((word) => word.split("_"))
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
  return method.toLowerCase() + name.join("")
}

/** One operation of the OpenAPI document. */
export const operationOf = (route: AnsweringRoute, input: RouteInput): object => {
  const parameters = parametersOf(route, input)
  const requestBody = bodyOf(route, input)
  return {
    operationId: operationIdOf(route),
    tags: [route.domain],
    description: route.comment.replace(/<br>/g, "\n"),
    ...permissionOf(route),
    security: securityOf(route, input),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: answersOf(route, input),
  }
}
