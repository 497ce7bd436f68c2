import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName } from "../../shared/errors"
import { takeExportPlace } from "../../workflows/personal-data"

const RETRY_AFTER_SECONDS = "30"

/** Never kept by a cache, and taken for nothing but what it says. */
const HEADERS = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
}

/** A file that is sent piece by piece. */
export type StreamedFile = {
  type: string
  name: string
  /** Writes the file to the answer and ends it. */
  write: () => Promise<void>
}

const sendBusy = (res: MedusaResponse): void => {
  // Without it the browser hides the header from a storefront of another address.
  res.set("Access-Control-Expose-Headers", "Retry-After")
  res.set("Retry-After", RETRY_AFTER_SECONDS).status(429)
  res.json({
    type: "too_many_requests",
    code: "export_busy",
    message: "Two exports are running. Try again in half a minute.",
  })
}

/** Sends the file; broken off, the connection is cut, so that half of it does not look whole. */
const stream = async (
  req: MedusaRequest,
  res: MedusaResponse,
  { type, name, write }: StreamedFile
): Promise<void> => {
  res.type(type).set(HEADERS)
  res.set("Content-Disposition", `attachment; filename="${name}"`)
  try {
    await write()
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

/** Answers with a streamed file, or 429 with Retry-After while two run. `ask` is called once there is a place. */
export const sendStream = async (
  req: MedusaRequest,
  res: MedusaResponse,
  ask: () => Promise<StreamedFile>
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
