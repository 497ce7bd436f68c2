import type { MiddlewareRoute } from "@medusajs/framework/http"
import { cutToken, UNSUBSCRIBE } from "../_shared/cut-token"
import { validateBody } from "../_shared/validate-body"
import { validateQuery } from "../_shared/validate-query"
import { confirmBody, confirmQuery, stopBody } from "./validators"

/** Open to everybody: the token, in the path or in the body, is what is shown. */
export const publicPrivacyMiddlewares: MiddlewareRoute[] = [
  { matcher: `${UNSUBSCRIBE}*`, middlewares: [cutToken] },
  {
    matcher: `${UNSUBSCRIBE}/:token`,
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [validateBody(stopBody)],
  },
  {
    matcher: "/privacy/subscriptions/confirm",
    methods: ["GET", "POST"],
    middlewares: [validateQuery(confirmQuery)],
  },
  {
    matcher: "/privacy/subscriptions/confirm",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [validateBody(confirmBody)],
  },
]
