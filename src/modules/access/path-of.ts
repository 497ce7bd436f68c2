import type { MedusaRequest } from "@medusajs/framework/http"

/** The whole path as routes are matched: Express takes off what a middleware is mounted on. */
export const pathOf = (req: MedusaRequest): string => req.baseUrl + req.path
