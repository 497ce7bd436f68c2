import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import type { BuyerFields } from "../../../../../modules/buyer"
import { validateBuyer } from "../../../../_shared/validate-buyer"
import { lazy } from "../../../../../shared/lazy"

const laterSchema = lazy(() => z.strictObject({ later: z.literal(true) }))

/** A buyer, or `{ later: true }`: staff goes on without, and the order is listed as lacking its buyer. */
export type AdminDraftOrderBuyer = BuyerFields | z.infer<ReturnType<typeof laterSchema>>

export const validateDraftOrderBuyer = (
  req: MedusaRequest<AdminDraftOrderBuyer>,
  res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const later = laterSchema().safeParse(req.body)
  if (later.success) {
    req.validatedBody = later.data
    next()
  } else {
    validateBuyer(req as MedusaRequest<BuyerFields>, res, next)
  }
}
