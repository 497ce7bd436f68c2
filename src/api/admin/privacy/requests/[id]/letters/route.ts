import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestLettersResponse } from "../../../../../../types/http"
import { getLetters } from "../../../../../../workflows/subject-request"

/** `{ letters, has_mail_provider }`: what the request owes the person, in order. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSubjectRequestLettersResponse>
): Promise<void> => {
  res.json(await getLetters(req.scope, req.params.id ?? ""))
}
