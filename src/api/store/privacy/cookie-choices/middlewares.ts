import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../_shared/limit-caller"
import { validateBody } from "../../../_shared/validate-body"
import { cookieChoiceBody, cookieLookupBody } from "./validators"

/** Anybody may post to these routes. */
const bodyParser = { sizeLimit: "2kb" }

export const storeCookieChoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/privacy/cookie-choices",
    methods: ["POST"],
    bodyParser,
    middlewares: [limitCaller("choose"), validateBody(cookieChoiceBody)],
  },
  {
    matcher: "/store/privacy/cookie-choices/lookup",
    methods: ["POST"],
    bodyParser,
    middlewares: [validateBody(cookieLookupBody)],
  },
]
