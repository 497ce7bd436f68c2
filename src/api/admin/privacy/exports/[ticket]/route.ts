import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isOperatorUser } from "../../../../../modules/access"
import { forbidden, notFound } from "../../../../../shared/errors"
import { findExportTicket, useExportTicket } from "../../../../../workflows/personal-data"
import { sendExport } from "../../../../_shared/send-export"

/** The ticket is the credential, so that a browser can simply go here. The guard lets nothing else through. */
export const AUTHENTICATE = false

const GONE = "This download was used or has expired. Ask for a new one."

/** Downloads the ZIP of a ticket, once. 403 when the user who asked may no longer; 429 leaves the ticket as it is. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  if (req.method !== "GET") {
    // A look at the headers must not use the ticket up.
    res.status(405).set("Allow", "GET").end()
    return
  }
  const ticket = req.params.ticket ?? ""
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  const waiting = await findExportTicket(req.scope, ticket)
  if (waiting === null) throw notFound(GONE)
  if (!(await isOperatorUser(req.scope, waiting.requestedBy))) {
    throw forbidden("The user who asked for this download may no longer export personal data.")
  }
  await sendExport(req, res, async () => {
    const request = await useExportTicket(req.scope, ticket)
    if (request === null) throw notFound(GONE)
    return { ...request, format: "zip" }
  })
}
