import type { MedusaRequest } from "@medusajs/framework/http"

/** English when the request's locale is (`?locale=en` or the header `x-medusa-locale`), else Danish. */
export const documentLocale = (req: MedusaRequest): "da" | "en" =>
  req.locale?.toLowerCase().startsWith("en") ? "en" : "da"
