import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { answerSchemas } from "./answer-schemas"
import { REFUSED, operationOf } from "./operation"
import { answeringRoutes } from "./route-answers"
import { inputOfRoute } from "./route-inputs"
import type { JsonSchema } from "./route-inputs"

const DESCRIPTION = `The plugin's own routes beside Medusa's: Admin's (\`/admin\`), the storefront's (\`/store\`), the pages behind links in mails
(\`/privacy\`) and Nets' webhooks (\`/hooks\`). Written from the code that answers; a test compares each answer with it.

An answer has the fields of its schema and no others; a later version may add some. Refusals are Medusa's: \`{ type, message, code? }\`, where
the message names the field and never repeats its value. \`x-permission\` is what staff needs, \`x-roles\` who has it,
\`x-reads-people-for\` why people's data is read there: such answers are logged, and protected addresses are masked.`

/** The eight words of the plugin. */
const TAGS: Readonly<Record<string, string>> = {
  access:
    "Who may read and erase, the read log, protected addresses, CPR and card numbers kept out.",
  breach: "Breaches, reports by customers, the 72-hour clock, who was told.",
  buyer: "Who buys: private, business (CVR or VAT id), public (EAN with references).",
  consent: "Notices and their versions, what was shown and chosen, cookies and marketing.",
  invoice: "Sealed invoices and credit notes, their delivery, bookkeeping, buying on account.",
  nets: "Payments at Nets and its webhooks.",
  "personal-data":
    "The map of data about people; export, erasure, retention, and the proof of them.",
  "subject-request": "Requests under GDPR Art. 12-22 and their deadlines.",
}

const SECURITY = {
  staffToken: { type: "http", scheme: "bearer", description: "Of `POST /auth/user/emailpass`." },
  secretApiKey: {
    type: "http",
    scheme: "basic",
    description: "A secret API key as the user name.",
  },
  customerToken: {
    type: "http",
    scheme: "bearer",
    description: "Of `POST /auth/customer/emailpass`.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "Of `POST /auth/session`.",
  },
  publishableKey: { type: "apiKey", in: "header", name: "x-publishable-api-key" },
  orderToken: {
    type: "apiKey",
    in: "header",
    name: "x-dk-invoice-token",
    description: "A guest's, of `POST /store/orders/{id}/dk-invoice-token`.",
  },
  netsToken: {
    type: "apiKey",
    in: "header",
    name: "authorization",
    description: "The session's own, given to Nets with the payment.",
  },
} as const

const PREFIX = "#/components/schemas/"

const namesIn = (value: unknown): string[] =>
  Array.from(
    JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g),
    ([, name]) => name ?? ""
  )

/** The schemas that paths name, and those that they name in turn. */
const reached = (paths: object, all: Record<string, JsonSchema>): Record<string, JsonSchema> => {
  const found = new Set<string>()
  const follow = (names: readonly string[]): void => {
    for (const name of names.filter((one) => !found.has(one))) {
      found.add(name)
      const schema = all[name]
      if (!schema) throw new Error(`${PREFIX}${name}: no type of src/types/http.ts has that name`)
      follow(namesIn(schema))
    }
  }
  follow(namesIn(paths))
  return Object.fromEntries([...found].sort().map((name) => [name, all[name] ?? {}]))
}

const versionOf = (): string => {
  const text = readFileSync(join(__dirname, "../../../package.json"), "utf8")
  return (JSON.parse(text) as { version: string }).version
}

export type OpenApi = {
  openapi: string
  info: object
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, object>>
  components: {
    schemas: Record<string, JsonSchema>
    responses: typeof REFUSED
    securitySchemes: typeof SECURITY
  }
}

/**
 * The OpenAPI document of all routes of the plugin.
 *
 * @param middlewares of `src/api/middlewares.ts`, made to tell what they judge
 */
export const openApiDocument = (middlewares: readonly MiddlewareRoute[]): OpenApi => {
  const paths: OpenApi["paths"] = {}
  for (const route of answeringRoutes()) {
    const operation = operationOf(route, inputOfRoute(middlewares, route))
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation }
  }
  const info = {
    title: "medusa-plugin-denmark",
    version: versionOf(),
    description: DESCRIPTION,
    license: { name: "MIT", identifier: "MIT" },
  }
  return {
    openapi: "3.1.0",
    info,
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: reached({ paths, REFUSED }, answerSchemas()),
      responses: REFUSED,
      securitySchemes: SECURITY,
    },
  }
}
