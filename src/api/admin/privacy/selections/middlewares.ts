import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../_shared/validate-body"
import { confirmSelectionBody, createSelectionBody } from "./validators"

export const adminSelectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/selections",
    methods: ["POST"],
    middlewares: [validateBody(createSelectionBody)],
  },
  {
    matcher: "/admin/privacy/selections/:id",
    methods: ["POST"],
    middlewares: [validateBody(confirmSelectionBody)],
  },
]
