import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { doctorQuery } from "./validators"

export const adminDoctorMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/doctor",
    methods: ["GET"],
    middlewares: [
      requirePermission("personal-data:read"),
      validateAndTransformQuery(doctorQuery, {}),
    ],
  },
]
