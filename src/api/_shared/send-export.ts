import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { copenhagenDay } from "../../rules"
import { exportPerson } from "../../workflows/personal-data"
import type { ExportRequest } from "../../workflows/personal-data"
import { sendStream } from "./send-stream"

const TYPES = { json: "application/json", zip: "application/zip" } as const

export type ExportFormat = keyof typeof TYPES

/**
 * Answers with an export, or 429 with Retry-After while two run. `ask` says what is exported; it is called once there
 * is a place.
 */
export const sendExport = (
  req: MedusaRequest,
  res: MedusaResponse,
  ask: () => Promise<ExportRequest & { format: ExportFormat }>
): Promise<void> =>
  sendStream(req, res, async () => {
    const request = await ask()
    const { format, profile } = request
    return {
      type: TYPES[format],
      name: `personal-data-${profile}-${copenhagenDay(new Date())}.${format}`,
      write: () => exportPerson(req.scope, request, res),
    }
  })
