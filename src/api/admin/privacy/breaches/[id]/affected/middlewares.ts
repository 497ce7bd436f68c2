import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodType } from "@medusajs/framework/zod"
import { requirePermission } from "../../../../../../modules/access"
import type { Permission } from "../../../../../../modules/access"
import { noBody } from "../../../../../_shared/no-body"
import { validateBody } from "../../../../../_shared/validate-body"
import { validateQuery } from "../../../../../_shared/validate-query"
import { affectedBody, affectedListQuery, noticeBody, toldBody } from "./validators"

const PATH = "/admin/privacy/breaches/:id"

/** Five thousand ids, and a notice in two languages, are more than bodies are by default. */
const SIZE = { sizeLimit: "1mb" }

const post =
  (permission: Permission) =>
  (path: string, schema: () => ZodType): MiddlewareRoute => ({
    matcher: `${PATH}${path}`,
    methods: ["POST"],
    bodyParser: SIZE,
    middlewares: [requirePermission(permission), validateBody(schema)],
  })
const write = post("breaches:write")
const decide = post("breaches:decide")

/** Who may read is guarded with all of /admin/privacy. */
export const adminAffectedMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${PATH}/affected`,
    methods: ["GET"],
    middlewares: [validateQuery(affectedListQuery, { isList: true })],
  },
  write("/affected", affectedBody),
  write("/affected/preview", affectedBody),
  write("/affected/:person_id/told", toldBody),
  decide("/notice", noticeBody),
  decide("/notify", noBody),
]
