import type { MedusaContainer } from "@medusajs/framework/types"
import type { Writable } from "node:stream"
import { makeExport } from "../../modules/personal-data/engine/export"
import type { ExportFormat, ExportInput } from "../../modules/personal-data/engine/export"
import { postgres } from "../../shared/postgres"
import { personalDataSettings } from "./personal-data-settings"
import { PACE, sendPaced } from "./send-paced"
import type { Pace } from "./send-paced"

/** Whom an export is about and what it shows. */
export type ExportRequest = Pick<ExportInput, "subject" | "profile" | "locale">

/**
 * Streams one person's data to a client, at the client's pace: JSON, or a ZIP with a readable page, JSON, CSV, schema
 * and manifest. Take a place first (`takeExportPlace`). A client that stalls for 30 seconds, takes less than 256 KB in
 * 30 seconds, is cut off, and so is an export that takes more than ten minutes in all, whether the client or the
 * database is slow: this throws and the answer is not ended.
 *
 * @throws not_found for a customer id that does not exist, before anything is written
 * @throws invalid_data `confirmed_order_ids`, before anything is written
 */
export const exportPerson = (
  container: MedusaContainer,
  { format, ...request }: ExportRequest & { format: ExportFormat },
  target: Writable,
  pace: Pace = PACE
): Promise<void> =>
  makeExport(
    postgres(container),
    {
      ...request,
      format,
      settings: personalDataSettings(container),
      now: new Date(),
      timeLimit: pace.whole,
    },
    (pieces) => sendPaced(pieces, target, pace)
  )
