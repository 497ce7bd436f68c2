import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodType } from "@medusajs/framework/zod"
import { noBody } from "../../../../../_shared/no-body"
import { validateBody } from "../../../../../_shared/validate-body"
import { affectedBody, affectedListQuery, noticeBody, toldBody } from "./validators"

const PATH = "/admin/privacy/breaches/:id"

const write = (path: string, schema: ZodType): MiddlewareRoute => ({
  matcher: `${PATH}${path}`,
  methods: ["POST"],
  middlewares: [validateBody(schema)],
})

/** Who may is guarded with all of /admin/privacy. */
export const adminAffectedMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${PATH}/affected`,
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(affectedListQuery, { isList: true })],
  },
  write("/affected", affectedBody),
  write("/affected/preview", affectedBody),
  write("/affected/:person_id/told", toldBody),
  write("/notice", noticeBody),
  write("/notify", noBody),
]
