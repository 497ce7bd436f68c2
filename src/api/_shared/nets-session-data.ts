import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { cutSessionData } from "../../modules/nets/domain/session-data"
import { readObject } from "../../modules/nets/domain/read"

const NETS_PROVIDER = /^pp_nets_/

/**
 * Medusa stores whatever a storefront posts as session data and shows it to every reader of the cart. For Nets it
 * is cut to an allow-list first. The core route reads the raw body, so that is what is cut.
 */
export const cutNetsSessionData = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const body = readObject(req.body)
  if (NETS_PROVIDER.test(String(body.provider_id)) && "data" in body) {
    req.body = { ...body, data: cutSessionData(body.data) }
  }
  next()
}
