import { readFileSync } from "node:fs"
import { join } from "node:path"
import Ajv2020 from "ajv/dist/2020"
import type { ValidateFunction } from "ajv/dist/2020"
import addFormats from "ajv-formats"

type Media = Record<string, { schema: object }>
type Responses = Record<string, { $ref?: string; content?: Media }>
type Document = { paths: Record<string, Record<string, { responses: Responses }>> }

type Answered = {
  method: string
  path: string
  response: Response
  text: string
  body: unknown
}

const ID = "openapi.json"
const document = JSON.parse(
  readFileSync(join(__dirname, "../../../docs/openapi.json"), "utf8")
) as Document

const ajv = new Ajv2020({ strict: false, inlineRefs: false })
addFormats(ajv)
// It holds schemas and is none.
ajv.addSchema(document, ID, undefined, false)

/** The routes, those with the fewest parameters first, so that `…/numbers` is no `…/{id}`. */
const routes = Object.keys(document.paths)
  .sort((a, b) => a.split("{").length - b.split("{").length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`) }))

/** All routes below these are the plugin's, so the document names them. */
const OWN = [
  "/admin/privacy",
  "/admin/dk",
  "/store/privacy",
  "/store/dk",
  "/privacy",
  "/hooks/nets",
]

const isOwn = (path: string): boolean =>
  OWN.some((own) => path === own || path.startsWith(`${own}/`))

/** What is answered where no route is, and before a route is looked for. */
const NOT_THERE: ReadonlySet<number> = new Set([400, 401, 403, 404, 405])

const UNDOCUMENTED = "neither this path nor this method is there"

const pointer = (parts: readonly string[]): string =>
  parts.map((part) => `/${part.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("")

const compiled = new Map<string, ValidateFunction>()

const validatorAt = (reference: string): ValidateFunction => {
  const known = compiled.get(reference)
  if (known) return known
  const made = ajv.compile({ $ref: `${ID}#${reference}` })
  compiled.set(reference, made)
  return made
}

const problemOf = (
  { path, method }: { path: string; method: string },
  answered: Answered
): string => {
  const verb = method.toLowerCase()
  const responses = document.paths[path]?.[verb]?.responses
  const status = answered.response.status
  if (!responses) return NOT_THERE.has(status) || verb === "options" ? "" : UNDOCUMENTED
  const isRefused = status >= 400
  const name = status.toString() in responses ? status.toString() : isRefused ? "default" : ""
  const response = responses[name]
  if (!response) return "this status is not there"
  if (answered.text === "") return ""
  const type = (answered.response.headers.get("content-type") ?? "").split(";", 1)[0] ?? ""
  const at = ["paths", path, verb, "responses", name]
  const base = response.$ref?.slice(1) ?? pointer(at)
  if (!isRefused && !(response.content && type in response.content)) return `${type} is not there`
  if (type !== "application/json") return ""
  const validate = validatorAt(`${base}${pointer(["content", type, "schema"])}`)
  if (validate(answered.body)) return ""
  const [error] = validate.errors ?? []
  return `${error?.instancePath ?? ""} ${error?.message ?? ""} ${JSON.stringify(error?.params)}`
}

/** Throws when an answer of a route of ours is not as the OpenAPI document says, naming route, status and place. */
export const checkAnswer = (answered: Answered): void => {
  const path = answered.path.split(/[?#]/, 1)[0] ?? ""
  const route = routes.find(({ pattern }) => pattern.test(path))
  if (!route && !isOwn(path)) return
  const named = route?.path ?? path
  const { method, response } = answered
  const problem = problemOf({ path: named, method }, answered)
  if (problem === "") return
  const asked = `${method} ${named} → ${response.status.toString()}`
  throw new Error(`${asked} is not as docs/openapi.json says: ${problem}`)
}
