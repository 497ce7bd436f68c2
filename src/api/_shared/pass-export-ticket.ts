import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isExportTicket } from "../../workflows/personal-data"

const DOWNLOADS = "/admin/privacy/exports/"

/** Exactly the path of a download, letter by letter: 64 hex digits, no query, no other form of the path. */
export const isExportDownload = ({ method, originalUrl }: MedusaRequest): boolean =>
  (method === "GET" || method === "HEAD") &&
  originalUrl.startsWith(DOWNLOADS) &&
  isExportTicket(originalUrl.slice(DOWNLOADS.length))

/** A guard that lets a download by ticket pass: its route checks the ticket. */
export const passExportTicket =
  <Request extends MedusaRequest>(
    guard: (req: Request, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>
  ) =>
  async (req: Request, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    if (isExportDownload(req)) next()
    else await guard(req, res, next)
  }
