import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { handOverBody } from "./validators"

export const adminHandOverMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/hand-overs",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(handOverBody)],
  },
]
