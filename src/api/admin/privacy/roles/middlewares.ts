import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { roleBody } from "./validators"

export const adminRoleMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/roles",
    methods: ["POST"],
    middlewares: [requirePermission("roles:write"), validateBody(roleBody)],
  },
]
