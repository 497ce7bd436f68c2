import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { readJournal } from "../../../../workflows/invoice"
import { answerConflicts } from "../../../_shared/answer-conflicts"
import { sendJournal } from "../../../_shared/send-journal"
import type { BookkeepingQuery } from "./validators"

/**
 * `?month=YYYY-MM` → CSV of the month's entries, from sealed documents and the money that moved for them.
 * 409 `account_missing` naming every account that has no number yet.
 */
export const GET = answerConflicts<
  unknown,
  BookkeepingQuery,
  AuthenticatedMedusaRequest<unknown, BookkeepingQuery>
>(async (req, res) => {
  const { month, series } = req.validatedQuery
  sendJournal(res, month, await readJournal(req.scope, { month, series }))
})
