import type { MiddlewareRoute } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { optionRows } from "./option-rows"

/** A middleware that says by which schema it judges the body or the query. */
export type Judging = { schema: z.ZodType }

const isJudging = (value: unknown): value is Judging =>
  typeof value === "function" && "schema" in value && value.schema instanceof z.ZodType

const fieldsOf = (schema: z.ZodType): string => {
  const rows = optionRows(schema, "", () => "")
  const fields = rows.map(({ path, type, isRequired, onlyWith }) => {
    const kinds = onlyWith.length === 0 ? "" : ` (with \`${onlyWith.join("`, `")}\`)`
    return `\`${path}${isRequired ? "" : "?"}\` ${type}${kinds}`
  })
  return fields.join("<br>")
}

/** The fields that each route takes in its body or query, by `POST /store/…`; empty for a body that must be empty. */
export const inputsOf = (routes: readonly MiddlewareRoute[]): ReadonlyMap<string, string> =>
  new Map(
    routes.flatMap(({ matcher, methods = [], middlewares = [] }) => {
      const all: readonly unknown[] = middlewares
      return all
        .filter(isJudging)
        .flatMap(({ schema }) =>
          methods.map((method): [string, string] => [
            `${method} ${String(matcher)}`,
            fieldsOf(schema),
          ])
        )
    })
  )
