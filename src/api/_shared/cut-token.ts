import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Where links to stop marketing lead. */
export const UNSUBSCRIBE = "/privacy/unsubscribe"

/** The token is cut from the address that Medusa's log of requests tells; routing goes by another property. */
export const cutToken = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  req.originalUrl = `${UNSUBSCRIBE}/-`
  next()
}
