import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { storeNoticeListQuery } from "./validators"

export const storeNoticeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/privacy/notices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(storeNoticeListQuery, { isList: true })],
  },
]
