import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodType } from "@medusajs/framework/zod"
import { requirePermission } from "../../../../modules/access"
import { mayCarryOut } from "../../../_shared/may-carry-out"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import {
  codeBody,
  emptyBody,
  fulfilmentBody,
  identityBody,
  letterPreviewBody,
  proposalBody,
  reasonBody,
  refusalBody,
  requestBody,
  requestListQuery,
  subjectBody,
} from "./validators"

const write = (path: string, schema: () => ZodType): MiddlewareRoute => ({
  matcher: `/admin/privacy/requests${path}`,
  methods: ["POST"],
  middlewares: [requirePermission("requests:write"), validateBody(schema)],
})

export const adminRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/requests",
    methods: ["GET"],
    middlewares: [validateQuery(requestListQuery, { isList: true })],
  },
  write("", requestBody),
  write("/proposals", proposalBody),
  write("/:id/ask-identity", reasonBody),
  write("/:id/code", codeBody),
  write("/:id/confirm-identity", identityBody),
  write("/:id/extend", reasonBody),
  write("/:id/pause", reasonBody),
  write("/:id/resume", reasonBody),
  write("/:id/refuse", refusalBody),
  write("/:id/withdraw", reasonBody),
  write("/:id/subject", subjectBody),
  write("/:id/preview", fulfilmentBody),
  write("/:id/fulfil", fulfilmentBody),
  {
    matcher: "/admin/privacy/requests/:id/fulfil",
    methods: ["POST"],
    middlewares: [mayCarryOut],
  },
  write("/:id/letters/preview", letterPreviewBody),
  write("/:id/letters/:letter_id/mark-sent", emptyBody),
]
