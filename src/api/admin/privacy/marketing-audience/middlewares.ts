import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { audienceQuery } from "./validators"

const PATH = "/admin/privacy/marketing-audience"

export const adminAudienceMiddlewares: MiddlewareRoute[] = [PATH, `${PATH}/count`].map(
  (matcher) => ({
    matcher,
    methods: ["GET"],
    middlewares: [requirePermission("marketing:read"), validateQuery(audienceQuery)],
  })
)
