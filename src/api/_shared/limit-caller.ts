import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { countCaller } from "../../workflows/subject-request"
import { customerOf } from "./customer-of"

/** 429 with Retry-After for an internet address that calls too often, whatever it asks; `held` counts accounts. */
export const limitCaller =
  (does: Parameters<typeof countCaller>[1]) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      const who = (does === "held" ? customerOf(req) : req.ip) ?? ""
      const { isAllowed, retryAfterSeconds } = await countCaller(req.scope, does, who)
      if (isAllowed) {
        next()
        return
      }
      res
        .status(429)
        .set("Retry-After", retryAfterSeconds.toString())
        // Without it the browser hides the header from a storefront of another address.
        .set("Access-Control-Expose-Headers", "Retry-After")
        .json({ type: "not_allowed", code: "too_many_requests", message: "Try again later." })
    } catch (error) {
      next(error)
    }
  }
