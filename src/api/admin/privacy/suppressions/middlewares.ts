import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { suppressionBody } from "./validators"

const PATH = "/admin/privacy/suppressions"

export const adminSuppressionMiddlewares: MiddlewareRoute[] = [PATH, `${PATH}/check`].map(
  (matcher) => ({
    matcher,
    methods: ["POST"],
    middlewares: [requirePermission("consents:write"), validateBody(suppressionBody)],
  })
)
