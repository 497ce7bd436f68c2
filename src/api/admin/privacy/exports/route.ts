import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../../../shared/errors"
import { exportPerson, isExportBusy } from "../../../../workflows/personal-data"
import type { ExportBody } from "./validators"

const RETRY_AFTER_SECONDS = "30"

/** Streams the person's data as JSON; nothing is stored. 429 with Retry-After while two exports run. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ExportBody>,
  res: MedusaResponse
): Promise<void> => {
  if (isExportBusy()) {
    const message = "Two exports are running. Try again in half a minute."
    res.set("Retry-After", RETRY_AFTER_SECONDS).status(429)
    res.json({ type: "too_many_requests", code: "export_busy", message })
    return
  }
  const { profile, ...subject } = req.validatedBody
  res.type("application/json").set("Cache-Control", "no-store")
  res.set("Content-Disposition", 'attachment; filename="personal-data.json"')
  try {
    await exportPerson(req.scope, { subject, profile }, res)
  } catch (error) {
    if (!res.headersSent) {
      res.removeHeader("Content-Disposition")
      throw error
    }
    // Half a document must not look whole: the connection is cut.
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`dk-personal-data: an export broke off (${errorName(error)})`)
    res.destroy()
  }
}
