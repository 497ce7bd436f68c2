import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** Answers with a page of ours: never kept, never framed, and where it was is told to nobody. */
export const sendPage = <Other>(
  res: MedusaResponse<Other | string>,
  { html, policy }: { html: string; policy: string },
  status = 200
): void => {
  res
    .status(status)
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policy,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    })
    .send(html)
}

/** `?locale=` of the address, else the first language of the browser that is there, else Danish. */
export const pageLocale = (req: MedusaRequest): "da" | "en" => {
  // Medusa takes the locale out of the query of a store route.
  const asked: unknown = req.locale ?? req.query.locale
  const chosen = typeof asked === "string" ? asked.toLowerCase().slice(0, 2) : ""
  if (chosen === "da" || chosen === "en") return chosen
  return req.acceptsLanguages(["da", "en"]) === "en" ? "en" : "da"
}
