import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import {
  adminNoticeListQuery,
  changeNoticeBody,
  createNoticeBody,
  noticeHintsBody,
  publishNoticeBody,
  starterNoticeQuery,
} from "./validators"

export const adminNoticeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/notices",
    methods: ["GET"],
    middlewares: [validateQuery(adminNoticeListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/notices",
    methods: ["POST"],
    middlewares: [requirePermission("notices:write"), validateBody(createNoticeBody)],
  },
  {
    matcher: "/admin/privacy/notices/starter",
    methods: ["GET"],
    middlewares: [validateQuery(starterNoticeQuery)],
  },
  {
    matcher: "/admin/privacy/notice-hints",
    methods: ["POST"],
    middlewares: [requirePermission("notices:write"), validateBody(noticeHintsBody)],
  },
  {
    matcher: "/admin/privacy/notices/:id",
    methods: ["POST"],
    middlewares: [requirePermission("notices:write"), validateBody(changeNoticeBody)],
  },
  {
    matcher: "/admin/privacy/notices/:id",
    methods: ["DELETE"],
    middlewares: [requirePermission("notices:write")],
  },
  {
    matcher: "/admin/privacy/notices/:id/publish",
    methods: ["POST"],
    middlewares: [requirePermission("notices:write"), validateBody(publishNoticeBody)],
  },
]
