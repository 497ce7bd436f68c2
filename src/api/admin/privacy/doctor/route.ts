import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDoctorResponse } from "../../../../types/http"
import { examineStore } from "../../../../workflows/access"
import type { DoctorQuery } from "./validators"

/** `{ doctor }`: how the store is set up and run, judged now; `?locale=da|en`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, DoctorQuery>,
  res: MedusaResponse<AdminDoctorResponse>
): Promise<void> => {
  res.json({ doctor: await examineStore(req.scope, req.validatedQuery.locale) })
}
