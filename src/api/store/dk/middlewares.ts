import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { BuyerModuleService } from "../../../modules/buyer"

/** 429 with Retry-After for a client that looks up too many numbers in a minute. */
const limitLookUps = async (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> => {
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  if (await service.allowLookUp(req.ip ?? "")) {
    next()
    return
  }
  res
    .status(429)
    .set("Retry-After", "60")
    .json({ type: "not_allowed", code: "too_many_lookups", message: "Try again in a minute." })
}

export const storeLookupMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/dk/companies/:cvr", methods: ["GET"], middlewares: [limitLookUps] },
  { matcher: "/store/dk/receivers/:ean", methods: ["GET"], middlewares: [limitLookUps] },
]
