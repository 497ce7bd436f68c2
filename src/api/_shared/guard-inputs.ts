import type { MiddlewareRoute } from "@medusajs/framework/http"
import { guardInput } from "../../modules/access"

/** Without a method they run before Medusa validates, so that nothing is stored and the confirmation is taken off. */
export const inputGuardMiddlewares: MiddlewareRoute[] = ["/store*", "/admin*"].map((matcher) => ({
  matcher,
  middlewares: [guardInput],
}))
