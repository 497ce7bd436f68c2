import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../_shared/limit-caller"
import { validateBody } from "../../../_shared/validate-body"
import { confirmationBody, subscriptionBody } from "./validators"

const PATH = "/store/privacy/subscriptions"

export const storeSubscriptionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [limitCaller("signUp"), validateBody(subscriptionBody)],
  },
  {
    matcher: `${PATH}/confirm`,
    methods: ["POST"],
    middlewares: [limitCaller("link"), validateBody(confirmationBody)],
  },
]
