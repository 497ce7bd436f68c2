import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { requireReservations } from "../../../../../workflows/invoice"
import { checkBefore } from "../../../../_shared/answer-conflicts"

const refuseBeyondLimit = (req: MedusaRequest): Promise<void> =>
  requireReservations(req.scope, req.params.id ?? "")

/** 400 with the reason for a cart that was authorised on invoice once and may not be bought on invoice any more. */
export const storeCartCompleteMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/complete",
    methods: ["POST"],
    middlewares: [checkBefore(refuseBeyondLimit)],
  },
]
