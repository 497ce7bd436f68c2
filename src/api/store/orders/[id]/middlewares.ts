import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { areStoreOrdersOpen } from "../../../../modules/access"
import { isOrderClosed } from "../../../../workflows/personal-data"
import {
  isOrderOfActor,
  mayReadOrder,
  orderNotFound,
  signedInOrGuest,
} from "../../../_shared/require-own-order"

/** Medusa shows an order to whoever knows its id. Its buyer's it is alone, and an erased buyer's is nobody's. */
const guardOrder = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const orderId = req.params.id ?? ""
  const mayRead = areStoreOrdersOpen(req.scope) || (await mayReadOrder(req, orderId))
  next(mayRead && !(await isOrderClosed(req.scope, orderId)) ? undefined : orderNotFound())
}

const orderIdOf = (body: unknown): string | undefined =>
  typeof body === "object" &&
  body !== null &&
  "order_id" in body &&
  typeof body.order_id === "string"
    ? body.order_id
    : undefined

/** Medusa takes a return from whoever knows the order's id, and answers with what was bought. */
const guardReturn = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const orderId = orderIdOf(req.body)
  // Medusa names the field that is wrong.
  const mayReturn =
    orderId === undefined || areStoreOrdersOpen(req.scope) || (await mayReadOrder(req, orderId))
  next(mayReturn ? undefined : orderNotFound())
}

/**
 * Any account may ask for any order; the order's owner gets a code by mail. Until it is accepted the asking account is
 * told the id it sent and no more: Medusa would answer with the whole order.
 */
const hideOrderOfOthers = async (
  req: AuthenticatedMedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const isTheirs = areStoreOrdersOpen(req.scope) || (await isOrderOfActor(req, req.params.id ?? ""))
  if (!isTheirs) req.queryConfig = { ...req.queryConfig, fields: ["id"] }
  next()
}

/** Medusa's own matchers, letter by letter, so that these run after its authentication and validation. */
export const storeOrderMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [signedInOrGuest, guardOrder] },
  {
    matcher: "/store/orders/:id/transfer/request",
    methods: ["POST"],
    middlewares: [hideOrderOfOthers],
  },
  {
    matcher: "/store/orders/:id/transfer/cancel",
    methods: ["POST"],
    middlewares: [hideOrderOfOthers],
  },
  { matcher: "/store/returns", methods: ["POST"], middlewares: [signedInOrGuest, guardReturn] },
]
