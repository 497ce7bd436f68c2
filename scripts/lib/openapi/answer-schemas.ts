import { join } from "node:path"
import { createGenerator } from "ts-json-schema-generator"
import type { JsonSchema } from "./route-inputs"

const ROOT = join(__dirname, "../../..")

/** A moment is text on its way; the types say `Date | string` where code has either. */
const isMoment = (value: unknown): boolean =>
  JSON.stringify(value) ===
  JSON.stringify([{ type: "string", format: "date-time" }, { type: "string" }])

const asAnswered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asAnswered)
  if (typeof value !== "object" || value === null) return value
  if ("anyOf" in value && isMoment(value.anyOf)) {
    const rest = Object.entries(value).filter(([key]) => key !== "anyOf")
    return { ...Object.fromEntries(rest), type: "string", format: "date-time" }
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === "$ref" && typeof one === "string"
        ? one.replace("#/definitions/", "#/components/schemas/")
        : asAnswered(one),
    ])
  )
}

/** JSON schemas of all exported types of `src/types/http.ts`, by their names. */
export const answerSchemas = (): Record<string, JsonSchema> => {
  const { definitions } = createGenerator({
    path: join(ROOT, "src/types/http.ts"),
    tsconfig: join(ROOT, "src/admin/tsconfig.json"),
    type: "*",
    expose: "export",
    encodeRefs: false,
    skipTypeCheck: true,
  }).createSchema("*")
  return asAnswered(definitions ?? {}) as Record<string, JsonSchema>
}
