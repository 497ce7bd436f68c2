import type { MedusaContainer } from "@medusajs/framework/types"
import { dueBefore, momentAfter } from "../../modules/personal-data/domain/retention/term"
import {
  countExportFiles,
  listExportFileRows,
} from "../../modules/personal-data/engine/export-files"
import { readTerms } from "../../modules/personal-data/engine/retention/terms"
import { postgres } from "../../shared/postgres"
import type { AdminExportFile } from "../../types/http"

/** The job that deletes runs hourly; one run may be missed. */
const LATE_MS = 2 * 3_600_000

/** Files of order exports that are still stored, the latest first. Their addresses are left out: they open them. */
export const listOrderExports = async (
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ export_files: AdminExportFile[]; count: number }> => {
  const connection = postgres(container)
  const rows = await listExportFileRows(connection, { limit, offset })
  const { order_export: term } = await readTerms(connection)
  const now = Date.now()
  return {
    export_files: rows.map(({ id, filename, began }) => ({
      id,
      filename,
      exported_at: began.toISOString(),
      delete_at: momentAfter(began, term).toISOString(),
      is_overdue: momentAfter(began, term).getTime() + LATE_MS < now,
    })),
    count: rows[0]?.total ?? 0,
  }
}

/** How many files of order exports are stored, and how many of them should be gone. */
export const countOrderExports = async (
  container: MedusaContainer
): Promise<{ stored: number; overdue: number }> => {
  const connection = postgres(container)
  const { order_export: term } = await readTerms(connection)
  const overdueBefore = dueBefore(new Date(Date.now() - LATE_MS), term)
  const { stored, old } = await countExportFiles(connection, overdueBefore)
  return { stored, overdue: old }
}
