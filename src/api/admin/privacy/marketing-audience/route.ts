import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { logHandedOut } from "../../../../modules/access"
import { copenhagenDay } from "../../../../rules"
import { handOutAudience } from "../../../../workflows/consent"
import { sendPaced } from "../../../../workflows/personal-data"
import { sendStream } from "../../../_shared/send-stream"
import type { AudienceQuery } from "./validators"

/**
 * Everybody who may be marketed to for a `purpose` on a `channel` (`email`, `sms`) now, as CSV, at the reader's pace. Who took
 * it is logged before it begins, and who is in it before they leave; each permission is written down as used (once a day).
 * 429 while two exports run.
 */
export const GET = (
  req: AuthenticatedMedusaRequest<unknown, AudienceQuery>,
  res: MedusaResponse
): Promise<void> => {
  // HEAD would use permissions that nobody reads.
  if (req.method !== "GET") {
    res.status(405).set("Allow", "GET").end()
    return Promise.resolve()
  }
  const { purpose, channel } = req.validatedQuery
  return sendStream(req, res, () =>
    Promise.resolve({
      type: "text/csv; charset=utf-8",
      name: `marketing-${purpose}-${channel}-${copenhagenDay(new Date())}.csv`,
      write: () =>
        handOutAudience(
          req.scope,
          { purpose, channel },
          {
            before: (customerIds) => logHandedOut(req, customerIds),
            send: (pieces) => sendPaced(pieces, res),
          }
        ),
    })
  )
}
