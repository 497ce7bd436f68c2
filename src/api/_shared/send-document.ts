import type { MedusaResponse } from "@medusajs/framework/http"

/** Answers with a page to read and print: kept by no cache, never framed, and nothing in it runs or is sent anywhere. */
export const sendDocument = (res: MedusaResponse, html: string): void => {
  res
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    })
    .send(html)
}
