import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { replayListQuery } from "./validators"

export const adminReplayMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/replays",
    methods: ["GET"],
    middlewares: [validateQuery(replayListQuery, { isList: true })],
  },
  ...["/admin/privacy/replays", "/admin/privacy/replays/preview"].map(
    (matcher): MiddlewareRoute => ({
      matcher,
      methods: ["POST"],
      middlewares: [requirePermission("personal-data:erase"), validateBody(noBody)],
    })
  ),
]
