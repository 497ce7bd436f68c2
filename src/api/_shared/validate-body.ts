import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z, ZodType } from "@medusajs/framework/zod"
import { invalidField } from "../../shared/errors"
import { fieldName } from "../../shared/field-name"
import { isStorableText, UNSTORABLE } from "../../shared/storable-text"

const MOST_NAMES = 10

const problemOf = (issue: z.core.$ZodIssue): string =>
  issue.code === "unrecognized_keys"
    ? `has fields that are not known here: ${issue.keys.slice(0, MOST_NAMES).map(fieldName).join(", ")}`
    : issue.message

type Path = readonly PropertyKey[]

/** Where in a body the first text stands that Postgres cannot keep; undefined when there is none. */
const unstorable = (value: unknown, path: Path = []): Path | undefined => {
  if (typeof value === "string") return isStorableText(value) ? undefined : path
  if (typeof value !== "object" || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? Number(key) : key
    const found = isStorableText(key) ? unstorable(inner, [...path, place]) : path
    if (found) return found
  }
  return undefined
}

const fieldOf = (path: Path): string => path.map(fieldName).join(".") || "body"

/**
 * Lets only a body that the schema, made with the first of them, takes through, as `req.validatedBody`; else 400 naming the field. Medusa's own
 * check repeats the value in its message, which it logs: here that could be a person's phone or name.
 */
export const validateBody =
  <Body>(schemaOf: () => ZodType<Body>) =>
  (req: MedusaRequest<Body>, _res: MedusaResponse, next: MedusaNextFunction): void => {
    const result = schemaOf().safeParse(req.body)
    if (!result.success) {
      const [issue] = result.error.issues
      const problem = issue ? problemOf(issue) : "is wrong"
      next(invalidField(fieldOf(issue?.path ?? []), "invalid", problem))
      return
    }
    const path = unstorable(result.data)
    if (path) {
      next(invalidField(fieldOf(path), "invalid", UNSTORABLE))
      return
    }
    req.validatedBody = result.data
    next()
  }
