import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodType } from "@medusajs/framework/zod"
import { requirePermission } from "../../../../modules/access"
import type { Permission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import {
  assessBody,
  breachListQuery,
  closeBody,
  factsBody,
  localeQuery,
  noteBody,
  openBreachBody,
  phaseBody,
  publicNoticeBody,
  reasoningBody,
} from "./validators"

const ROUTES = "/admin/privacy/breaches"

const post =
  (permission: Permission) =>
  (path: string, schema: () => ZodType): MiddlewareRoute => ({
    matcher: `${ROUTES}${path}`,
    methods: ["POST"],
    middlewares: [requirePermission(permission), validateBody(schema)],
  })
const write = post("breaches:write")
const decide = post("breaches:decide")

/** Who may read is guarded with all of /admin/privacy. */
export const adminBreachMiddlewares: MiddlewareRoute[] = [
  {
    matcher: ROUTES,
    methods: ["GET"],
    middlewares: [validateQuery(breachListQuery, { isList: true })],
  },
  {
    matcher: `${ROUTES}/:id/report`,
    methods: ["GET"],
    middlewares: [validateQuery(localeQuery)],
  },
  {
    matcher: "/admin/privacy/breach-quick-starts",
    methods: ["GET"],
    middlewares: [validateQuery(localeQuery)],
  },
  write("", openBreachBody),
  write("/:id/facts", factsBody),
  write("/:id/notes", noteBody),
  decide("/:id/assess", assessBody),
  decide("/:id/rule-out", reasoningBody),
  decide("/:id/phases", phaseBody),
  decide("/:id/public-notice", publicNoticeBody),
  decide("/:id/close", closeBody),
  decide("/:id/reopen", reasoningBody),
]
