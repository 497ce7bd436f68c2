import type { MedusaContainer } from "@medusajs/framework/types"
import {
  countExportFiles,
  listExportFileRows,
} from "../../modules/personal-data/engine/export-files"
import { postgres } from "../../shared/postgres"
import type { AdminExportFile } from "../../types/http"
import { KEEP_DAYS } from "./forget-export-files"

const KEEP_MS = KEEP_DAYS * 86_400_000
/** The job that deletes runs hourly; one run may be missed. */
const LATE_MS = 2 * 3_600_000

/** Files of order exports that are still stored, the latest first. Their addresses are left out: they open them. */
export const listOrderExports = async (
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ export_files: AdminExportFile[]; count: number }> => {
  const rows = await listExportFileRows(postgres(container), { limit, offset })
  const now = Date.now()
  return {
    export_files: rows.map(({ id, filename, began }) => ({
      id,
      filename,
      exported_at: began.toISOString(),
      delete_at: new Date(began.getTime() + KEEP_MS).toISOString(),
      is_overdue: began.getTime() + KEEP_MS + LATE_MS < now,
    })),
    count: rows[0]?.total ?? 0,
  }
}

/** How many files of order exports are stored, and how many of them should be gone. */
export const countOrderExports = async (
  container: MedusaContainer
): Promise<{ stored: number; overdue: number }> => {
  const overdueBefore = new Date(Date.now() - KEEP_MS - LATE_MS)
  const { stored, old } = await countExportFiles(postgres(container), overdueBefore)
  return { stored, overdue: old }
}
