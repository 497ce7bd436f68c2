import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExportTicket } from "../../../../types/http"
import { issueExportTicket } from "../../../../workflows/personal-data"
import { sendExport } from "../../../_shared/send-export"
import type { ExportBody } from "./validators"

const sendTicket = (res: MedusaResponse<AdminExportTicket>, ticket: AdminExportTicket): void => {
  res.status(201).set("Cache-Control", "no-store").json(ticket)
}

/**
 * Streams the person's data; nothing is stored. JSON, or by `Accept: application/zip` a ZIP; with `deliver: "ticket"`
 * 201 with a ticket for the download instead. 429 with Retry-After while two exports run.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ExportBody>,
  res: MedusaResponse
): Promise<void> => {
  const { profile, locale, deliver, ...subject } = req.validatedBody
  const request = { subject, profile, locale }
  if (deliver === "ticket") {
    sendTicket(res, await issueExportTicket(req.scope, request, req.auth_context.actor_id))
    return
  }
  const isZip = req.accepts(["application/json", "application/zip"]) === "application/zip"
  await sendExport(req, res, () => Promise.resolve({ ...request, format: isZip ? "zip" : "json" }))
}
