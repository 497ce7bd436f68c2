import type { MiddlewareRoute } from "@medusajs/framework/http"
import { guardRoute, narrowOrders, watchResponse } from "../../modules/access"
import { refuseMask } from "./refuse-mask"
import { refuseOtherSites } from "./refuse-other-sites"

/**
 * Who may, before every admin route, and who was read, at its answer. Core's list of orders is narrowed after core has read
 * the query, so that matcher and method are core's own.
 */
export const accessMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin*", middlewares: [refuseOtherSites, guardRoute, watchResponse, refuseMask] },
  { matcher: "/admin/orders", methods: ["GET"], middlewares: [narrowOrders] },
]
