import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z, ZodType } from "@medusajs/framework/zod"
import { invalidField } from "../../shared/errors"
import { fieldName } from "../../shared/field-name"

const MOST_NAMES = 10

const problemOf = (issue: z.core.$ZodIssue): string =>
  issue.code === "unrecognized_keys"
    ? `has fields that are not known here: ${issue.keys.slice(0, MOST_NAMES).map(fieldName).join(", ")}`
    : issue.message

/**
 * Lets only a body that the schema takes through, as `req.validatedBody`; else 400 naming the field. Medusa's own
 * check repeats the value in its message, which it logs: here that could be a person's phone or name.
 */
export const validateBody =
  <Body>(schema: ZodType<Body>) =>
  (req: MedusaRequest<Body>, _res: MedusaResponse, next: MedusaNextFunction): void => {
    const result = schema.safeParse(req.body)
    if (result.success) {
      req.validatedBody = result.data
      next()
      return
    }
    const [issue] = result.error.issues
    const field = issue?.path.map(fieldName).join(".") ?? ""
    const problem = issue ? problemOf(issue) : "is wrong"
    next(invalidField(field === "" ? "body" : field, "invalid", problem))
  }
