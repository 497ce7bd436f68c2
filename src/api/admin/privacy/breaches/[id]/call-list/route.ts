import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { logHandedOut } from "../../../../../../modules/access"
import { copenhagenDay } from "../../../../../../rules"
import { handOutCallList } from "../../../../../../workflows/breach"
import { sendPaced } from "../../../../../../workflows/personal-data"
import { sendStream } from "../../../../../_shared/send-stream"

/**
 * Whom staff calls or writes to, as CSV: nobody has told them and no notice to them waits. Shows protected addresses, for a
 * letter may be the only way; who took it is logged before it begins, and who is in it before they leave. 404, 429 while two
 * exports run.
 */
export const GET = (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  // HEAD would log a reading of what nobody read.
  if (req.method !== "GET") {
    res.status(405).set("Allow", "GET").end()
    return Promise.resolve()
  }
  return sendStream(req, res, () =>
    Promise.resolve({
      type: "text/csv; charset=utf-8",
      name: `breach-call-list-${copenhagenDay(new Date())}.csv`,
      write: () =>
        handOutCallList(req.scope, req.params.id ?? "", {
          before: (ids) => logHandedOut(req, ids),
          send: (pieces) => sendPaced(pieces, res),
        }),
    })
  )
}
