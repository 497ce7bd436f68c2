import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../../_shared/validate-body"
import { deliveryBody, deliveryOutcomeBody } from "./validators"

export const adminDeliveryMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoices/:id/deliveries",
    methods: ["POST"],
    middlewares: [validateBody(deliveryBody)],
  },
  {
    matcher: "/admin/dk/invoices/:id/deliveries/:delivery_id/outcome",
    methods: ["POST"],
    middlewares: [validateBody(deliveryOutcomeBody)],
  },
]
