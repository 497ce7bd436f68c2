import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { copenhagenDay } from "../../rules"
import { exportPerson } from "../../workflows/personal-data"
import type { Archive } from "../../workflows/subject-request"
import { sendStream } from "./send-stream"

/** Answers with the copy of a request as a ZIP; whole, it is the request's answer. `open` is called once there is a place. */
export const sendArchive = (
  req: MedusaRequest,
  res: MedusaResponse,
  open: () => Promise<Archive>
): Promise<void> =>
  sendStream(req, res, async () => {
    const { request, finish } = await open()
    return {
      type: "application/zip",
      name: `personal-data-${request.profile}-${copenhagenDay(new Date())}.zip`,
      write: async () => {
        await exportPerson(req.scope, { ...request, format: "zip" }, res)
        await finish()
      },
    }
  })
