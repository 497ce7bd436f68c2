import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { handOverBody } from "./validators"

export const adminHandOverMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/hand-overs",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateAndTransformBody(handOverBody)],
  },
]
