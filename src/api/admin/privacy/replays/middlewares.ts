import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { replayListQuery } from "./validators"

export const adminReplayMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/replays",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(replayListQuery, { isList: true })],
  },
  ...["/admin/privacy/replays", "/admin/privacy/replays/preview"].map(
    (matcher): MiddlewareRoute => ({
      matcher,
      methods: ["POST"],
      middlewares: [requirePermission("personal-data:erase")],
    })
  ),
]
