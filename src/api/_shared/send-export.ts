import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../rules"
import { errorName } from "../../shared/errors"
import { exportPerson, takeExportPlace } from "../../workflows/personal-data"
import type { ExportRequest } from "../../workflows/personal-data"

const RETRY_AFTER_SECONDS = "30"
const TYPES = { json: "application/json", zip: "application/zip" } as const

export type ExportFormat = keyof typeof TYPES

/** Never kept by a cache, and taken for nothing but what it says. */
const HEADERS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
}

const sendBusy = (res: MedusaResponse): void => {
  res.set("Retry-After", RETRY_AFTER_SECONDS).status(429)
  res.json({
    type: "too_many_requests",
    code: "export_busy",
    message: "Two exports are running. Try again in half a minute.",
  })
}

/** Sends the document; broken off, the connection is cut, so that half of it does not look whole. */
const stream = async (
  req: MedusaRequest,
  res: MedusaResponse,
  request: ExportRequest & { format: ExportFormat }
): Promise<void> => {
  const { format, profile } = request
  const name = `personal-data-${profile}-${copenhagenDay(new Date())}.${format}`
  res.type(TYPES[format]).set(HEADERS)
  res.set("Content-Disposition", `attachment; filename="${name}"`)
  try {
    await exportPerson(req.scope, request, res)
  } catch (error) {
    if (!res.headersSent) {
      res.removeHeader("Content-Disposition")
      throw error
    }
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`dk-personal-data: an export broke off (${errorName(error)})`)
    res.destroy()
  }
}

/**
 * Answers with an export, or 429 with Retry-After while two run. `ask` says what is exported; it is called once there
 * is a place.
 */
export const sendExport = async (
  req: MedusaRequest,
  res: MedusaResponse,
  ask: () => Promise<ExportRequest & { format: ExportFormat }>
): Promise<void> => {
  const place = takeExportPlace()
  if (place === null) {
    sendBusy(res)
    return
  }
  try {
    await stream(req, res, await ask())
  } finally {
    place.free()
  }
}
