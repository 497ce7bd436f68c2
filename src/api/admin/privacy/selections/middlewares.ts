import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { confirmSelectionBody, createSelectionBody } from "./validators"

export const adminSelectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/selections",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(createSelectionBody)],
  },
  {
    matcher: "/admin/privacy/selections/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(confirmSelectionBody)],
  },
]
