import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachNoticeResponse, AdminBreachResponse } from "../../../../../../types/http"
import { changeCase, getNotice } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { NoticeBody } from "../affected/validators"

/** `{ notice: { da, en }, is_draft }`: what the people are told, or a text from the facts to begin from. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminBreachNoticeResponse>
): Promise<void> => {
  res.json(await getNotice(req.scope, req.params.id ?? ""))
}

/** `{ breach }`: what the people are told from now on, in both languages. 404, 400 naming the field, 409 `closed`. */
export const POST = answerConflictsOfStaff<NoticeBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const event = { type: "notice_written", texts: req.validatedBody } as const
    const actor = req.auth_context.actor_id
    res.json({ breach: await changeCase(req.scope, { id: req.params.id ?? "", event, actor }) })
  }
)
