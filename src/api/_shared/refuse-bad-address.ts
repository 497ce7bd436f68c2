import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { invalidField } from "../../shared/errors"

const isReadable = (address: string): boolean => {
  try {
    decodeURIComponent(address.split("?", 1)[0] ?? "")
    // Postgres takes no such letter, wherever it stands.
    return !address.includes("%00")
  } catch {
    return false
  }
}

/** Answers 400 to an address that cannot be read, where Express and Postgres would fail: Medusa answers 500 to both. */
const refuseBadAddress = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  next(
    isReadable(req.originalUrl)
      ? undefined
      : invalidField(
          "address",
          "malformed",
          "cannot be read: a % in it is not followed by a letter's code"
        )
  )
}

/** Before every other: matchers with a star read the address themselves. */
export const addressMiddlewares: MiddlewareRoute[] = [
  { matcher: "/", middlewares: [refuseBadAddress] },
]
