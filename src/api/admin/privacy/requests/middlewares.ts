import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodType } from "@medusajs/framework/zod"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import {
  emptyBody,
  identityBody,
  letterPreviewBody,
  reasonBody,
  refusalBody,
  requestBody,
  requestListQuery,
} from "./validators"

const write = (path: string, schema: ZodType): MiddlewareRoute => ({
  matcher: `/admin/privacy/requests${path}`,
  methods: ["POST"],
  middlewares: [requirePermission("requests:write"), validateBody(schema)],
})

export const adminRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/requests",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(requestListQuery, { isList: true })],
  },
  write("", requestBody),
  write("/:id/ask-identity", reasonBody),
  write("/:id/confirm-identity", identityBody),
  write("/:id/extend", reasonBody),
  write("/:id/pause", reasonBody),
  write("/:id/resume", reasonBody),
  write("/:id/refuse", refusalBody),
  write("/:id/withdraw", reasonBody),
  write("/:id/letters/preview", letterPreviewBody),
  write("/:id/letters/:letter_id/mark-sent", emptyBody),
]
