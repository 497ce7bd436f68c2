import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { limitCaller } from "../../../_shared/limit-caller"
import { validateBody } from "../../../_shared/validate-body"
import { breachReportBody } from "./validators"

export const storeBreachReportMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/privacy/breach-reports",
    methods: ["POST"],
    middlewares: [
      limitCaller("report"),
      authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      validateBody(breachReportBody),
    ],
  },
]
