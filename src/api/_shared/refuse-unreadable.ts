import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { invalidField } from "../../shared/errors"
import { malformedAddress } from "./answer-error"

/** Levels of objects and lists that a body may have, itself counted. */
export const MOST_LEVELS = 100

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

/**
 * Answers 400 to what those after it would fail on, which Medusa answers with 500: an address with a zero byte, wherever it
 * stands, which Postgres does not take; and a body so deep that a program that walks it runs out of stack.
 */
const refuseUnreadable = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  if (req.originalUrl.includes("%00")) next(malformedAddress())
  else if (isDeeper(req.body, MOST_LEVELS)) {
    next(invalidField("body", "too_deep", `has more than ${MOST_LEVELS.toString()} levels`))
  } else next()
}

/** Before every other. */
export const unreadableMiddlewares: MiddlewareRoute[] = [
  { matcher: "/", middlewares: [refuseUnreadable] },
]
