import { logHandedOut } from "../../../../../../modules/access"
import { copenhagenDay } from "../../../../../../rules"
import { handOutCallList } from "../../../../../../workflows/breach"
import { sendPaced } from "../../../../../../workflows/personal-data"
import { answerConflicts } from "../../../../../_shared/answer-conflicts"
import { sendStream } from "../../../../../_shared/send-stream"

/**
 * Whom staff calls or writes to, as CSV: nobody has told them, and no notice to them waits or it has been refused for a quarter
 * of an hour. Shows protected addresses, for a letter may be the only way; who took it is logged before it begins, and who is in
 * it before they leave. 404, 409 `not_started` before an owner has begun to tell people, `drill`, 429 while two exports run.
 */
export const GET = answerConflicts(async (req, res) => {
  // HEAD would log a reading of what nobody read.
  if (req.method !== "GET") {
    res.status(405).set("Allow", "GET").end()
    return
  }
  await sendStream(req, res, async () => {
    const { id = "" } = req.params
    const pieces = await handOutCallList(req.scope, id, (ids) => logHandedOut(req, ids))
    return {
      type: "text/csv; charset=utf-8",
      name: `breach-call-list-${copenhagenDay(new Date())}.csv`,
      write: () => sendPaced(pieces, res),
    }
  })
})
