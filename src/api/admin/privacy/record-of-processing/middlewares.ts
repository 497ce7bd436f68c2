import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { recordBody, recordQuery } from "./validators"

const PATH = "/admin/privacy/record-of-processing"

/** Who may read is guarded with all of /admin/privacy. */
export const adminRecordMiddlewares: MiddlewareRoute[] = [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(recordQuery)],
  },
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [
      requirePermission("record:write"),
      validateQuery(recordQuery),
      validateBody(recordBody),
    ],
  },
  {
    matcher: `${PATH}/html`,
    methods: ["GET"],
    middlewares: [validateQuery(recordQuery)],
  },
  {
    matcher: `${PATH}/csv`,
    methods: ["GET"],
    middlewares: [validateQuery(recordQuery)],
  },
]
