import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { lazy } from "../../shared/lazy"

type QueryConfig = Parameters<typeof validateAndTransformQuery>[1]

/** Medusa's own check of a query, by a schema that is made with the first request. */
export const validateQuery = (schemaOf: () => z.ZodType, config: QueryConfig = {}) => {
  const check = lazy(() => validateAndTransformQuery(schemaOf(), config))
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> =>
    check()(req, res, next)
}
