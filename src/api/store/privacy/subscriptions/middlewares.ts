import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../_shared/validate-body"
import { confirmationBody, subscriptionBody } from "./validators"

const PATH = "/store/privacy/subscriptions"

export const storeSubscriptionMiddlewares: MiddlewareRoute[] = [
  { matcher: PATH, methods: ["POST"], middlewares: [validateBody(subscriptionBody)] },
  { matcher: `${PATH}/confirm`, methods: ["POST"], middlewares: [validateBody(confirmationBody)] },
]
