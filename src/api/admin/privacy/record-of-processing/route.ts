import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecordOfProcessingResponse } from "../../../../types/http"
import { readRecordOfProcessing, setRecordSecurity } from "../../../../workflows/personal-data"
import type { RecordBody, RecordQuery } from "./validators"

/** `{ record_of_processing }`: one activity for each purpose of the map, in Danish or English (`locale`). */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RecordQuery>,
  res: MedusaResponse<AdminRecordOfProcessingResponse>
): Promise<void> => {
  const { locale } = req.validatedQuery
  res.json({ record_of_processing: await readRecordOfProcessing(req.scope, locale) })
}

/** Writes a new version of the paragraph about security and answers the record with it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RecordBody, RecordQuery>,
  res: MedusaResponse<AdminRecordOfProcessingResponse>
): Promise<void> => {
  const { security } = req.validatedBody
  await setRecordSecurity(req.scope, { security, writtenBy: req.auth_context.actor_id })
  const { locale } = req.validatedQuery
  res.json({ record_of_processing: await readRecordOfProcessing(req.scope, locale) })
}
