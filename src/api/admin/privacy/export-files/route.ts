import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExportFileListResponse } from "../../../../types/http"
import { listOrderExports } from "../../../../workflows/personal-data"
import type { ExportFileListQuery } from "./validators"

/** `{ export_files, count, offset, limit }`: order exports that are still stored, the latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ExportFileListQuery>,
  res: MedusaResponse<AdminExportFileListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listOrderExports(req.scope, { limit, offset })), offset, limit })
}
