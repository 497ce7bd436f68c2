import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { doctorQuery } from "./validators"

export const adminDoctorMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/doctor",
    methods: ["GET"],
    middlewares: [requirePermission("personal-data:read"), validateQuery(doctorQuery)],
  },
]
