import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSelectionResponse } from "../../../../types/http"
import { createSelectionOf } from "../../../../workflows/personal-data"
import type { CreateSelectionBody } from "./validators"

/** `{ selection }`: rows that may be the person of a letter or call. None of them is certain. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateSelectionBody>,
  res: MedusaResponse<AdminSelectionResponse>
): Promise<void> => {
  const { actor_id } = req.auth_context
  const selection = await createSelectionOf(req.scope, req.validatedBody, actor_id)
  res.status(201).set("Cache-Control", "no-store").json({ selection })
}
