import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { netsProblemSeenBody } from "./payments/[session_id]/seen/validators"
import { netsPaymentListQuery } from "./payments/validators"
import { netsReceiptListQuery } from "./receipts/validators"

/** Every route under /admin/dk/nets is guarded; those that make Nets or Medusa act want a right of their own. */
export const adminNetsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/nets*",
    middlewares: [requirePermission("nets:read")],
  },
  {
    matcher: "/admin/dk/nets/payments",
    methods: ["GET"],
    middlewares: [validateQuery(netsPaymentListQuery, { isList: true })],
  },
  {
    matcher: "/admin/dk/nets/payments/:session_id/check",
    methods: ["POST"],
    middlewares: [requirePermission("nets:check")],
  },
  {
    matcher: "/admin/dk/nets/payments/:session_id/seen",
    methods: ["POST"],
    middlewares: [requirePermission("nets:check"), validateBody(netsProblemSeenBody)],
  },
  {
    matcher: "/admin/dk/nets/payments/:session_id/manual-refund",
    methods: ["POST"],
    middlewares: [requirePermission("nets:refund")],
  },
  {
    matcher: "/admin/dk/nets/accounts/:name/check",
    methods: ["POST"],
    middlewares: [requirePermission("nets:check")],
  },
  {
    matcher: "/admin/dk/nets/receipts",
    methods: ["GET"],
    middlewares: [validateQuery(netsReceiptListQuery, { isList: true })],
  },
  {
    matcher: "/admin/dk/nets/receipts/:id/process",
    methods: ["POST"],
    middlewares: [requirePermission("nets:check")],
  },
]
