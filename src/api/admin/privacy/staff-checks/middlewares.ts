import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { invalidField } from "../../../../shared/errors"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { staffCheckBody, staffCheckChange, staffCheckListQuery } from "./validators"

/** A certificate is seen and given back, never stored. */
const refuseFiles = (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void => {
  next(
    req.is("multipart/form-data")
      ? invalidField("body", "no_files", "a certificate is never uploaded; send JSON.")
      : undefined
  )
}

const PATHS = ["/admin/privacy/staff-checks", "/admin/privacy/staff-checks/:id"]

export const adminStaffCheckMiddlewares: MiddlewareRoute[] = [
  ...PATHS.flatMap((matcher): MiddlewareRoute[] => [
    { matcher, methods: ["GET"], middlewares: [requirePermission("staff-checks:read")] },
    {
      matcher,
      methods: ["POST", "DELETE"],
      middlewares: [requirePermission("staff-checks:write"), refuseFiles],
    },
  ]),
  {
    matcher: "/admin/privacy/staff-checks",
    methods: ["GET"],
    middlewares: [validateQuery(staffCheckListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/staff-checks",
    methods: ["POST"],
    middlewares: [validateBody(staffCheckBody)],
  },
  {
    matcher: "/admin/privacy/staff-checks/:id",
    methods: ["POST"],
    middlewares: [validateBody(staffCheckChange)],
  },
]
