import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Schema } from "./from-schema"
import type { Operation } from "./requests"

type Parameter = { in: string; name: string; schema?: Schema }

type Document = {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Parameter[]
        requestBody?: { content: Record<string, { schema?: Schema } | undefined> }
      }
    >
  >
}

const FILE = join(__dirname, "../../../../docs/openapi.json")

/** Every route of the OpenAPI document. */
export const operations = (): { all: Operation[]; find: (ref: string) => Schema } => {
  const document = JSON.parse(readFileSync(FILE, "utf8")) as Document
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => /^(get|post|put|patch|delete)$/.test(method))
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        query: parameters
          .filter(({ in: place }) => place === "query")
          .map(({ name, schema = {} }) => ({ name, schema })),
        body: requestBody ? (Object.values(requestBody.content)[0]?.schema ?? {}) : null,
      }))
  )
  const find = (ref: string): Schema => {
    let part: unknown = document
    for (const name of ref.replace(/^#\//, "").split("/")) {
      const key = decodeURIComponent(name).replace(/~1/g, "/").replace(/~0/g, "~")
      part = typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined
    }
    return part ?? {}
  }
  return { all, find }
}
