import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { validateQuery } from "../../../../_shared/validate-query"
import { customerConsentsBody, sheetQuery } from "./validators"

const matcher = "/store/customers/me/consents"

/** The sheet below it is reached the same way. */
export const storeCustomerConsentMiddlewares: MiddlewareRoute[] = [
  { matcher, middlewares: [authenticate("customer", ["session", "bearer"])] },
  { matcher, methods: ["POST"], middlewares: [validateBody(customerConsentsBody)] },
  {
    matcher: `${matcher}/sheet`,
    methods: ["GET"],
    middlewares: [validateQuery(sheetQuery)],
  },
]
