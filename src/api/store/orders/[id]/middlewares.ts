import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { notFound } from "../../../../shared/errors"
import { isOrderClosed } from "../../../../workflows/personal-data"

/** Medusa shows an order to whoever knows its id; an erased buyer's is not there any more. */
const hideClosedOrder = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const isClosed = await isOrderClosed(req.scope, req.params.id ?? "")
  next(isClosed ? notFound("The order was not found.") : undefined)
}

export const storeOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [hideClosedOrder] },
]
