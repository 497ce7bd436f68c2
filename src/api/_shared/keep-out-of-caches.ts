import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"

/** Answers that may be about people: kept by no browser and no proxy, and taken for nothing but what they say. */
const keepOut = (_req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
  res.set({ "cache-control": "no-store", "x-content-type-options": "nosniff" })
  next()
}

/** Where the plugin or Medusa answers with people's data. Texts and catalogue may be kept. */
const PLACES = [
  "/admin*",
  "/store/customers*",
  "/store/orders*",
  "/store/carts/:id/address-protection",
  "/store/carts/:id/buyer",
  "/store/carts/:id/consents",
  "/store/privacy/requests*",
  "/store/privacy/subscriptions*",
]

export const cacheMiddlewares: MiddlewareRoute[] = PLACES.map((matcher) => ({
  matcher,
  middlewares: [keepOut],
}))
