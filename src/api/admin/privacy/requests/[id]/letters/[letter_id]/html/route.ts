import { printLetter } from "../../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../../_shared/answer-conflicts"
import { sendDocument } from "../../../../../../../_shared/send-document"

/** The letter as a page for A4, until it has been sent. 404, 409 `letter_sent`, `letter_being_sent`. */
export const GET = answerConflictsOfStaff(async (req, res) => {
  const { id = "", letter_id: letterId = "" } = req.params
  const page = await printLetter(req.scope, id, letterId)
  sendDocument(res, page)
})
