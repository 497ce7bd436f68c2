import { printLetter } from "../../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../../_shared/answer-conflicts"

/** The letter as a page for A4, until it has been sent. 404, 409 `letter_sent`, `letter_being_sent`. */
export const GET = answerConflictsOfStaff(async (req, res) => {
  const { id = "", letter_id: letterId = "" } = req.params
  const page = await printLetter(req.scope, id, letterId)
  res
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    })
    .send(page)
})
