import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { audienceQuery } from "./validators"

const PATH = "/admin/privacy/marketing-audience"

export const adminAudienceMiddlewares: MiddlewareRoute[] = [PATH, `${PATH}/count`].map(
  (matcher) => ({
    matcher,
    methods: ["GET"],
    middlewares: [
      requirePermission("marketing:read"),
      validateAndTransformQuery(audienceQuery, {}),
    ],
  })
)
