import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { recipientBody, recipientChange, taskListQuery } from "./validators"

const PATH = "/admin/privacy/recipients"

export const adminRecipientMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${PATH}/tasks`,
    methods: ["GET"],
    middlewares: [validateQuery(taskListQuery, { isList: true })],
  },
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [requirePermission("record:write"), validateBody(recipientBody)],
  },
  {
    matcher: `${PATH}/:id`,
    methods: ["POST"],
    middlewares: [requirePermission("record:write"), validateBody(recipientChange)],
  },
  ...["send", "confirm", "fail"].map((action): MiddlewareRoute => ({
    matcher: `${PATH}/tasks/:id/${action}`,
    methods: ["POST"],
    middlewares: [requirePermission("requests:write"), validateBody(noBody)],
  })),
]
