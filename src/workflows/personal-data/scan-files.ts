import type { IFileModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { findExportFiles } from "../../modules/personal-data/engine/export-files"
import { readPieces, wholeRows } from "../../modules/personal-data/engine/scan/copy"
import { EXPORT_FILES } from "../../modules/personal-data/engine/scan/run-scan"
import type { ReadFiles } from "../../modules/personal-data/engine/scan/run-scan"
import { NO_TOTALS } from "../../modules/personal-data/engine/scan/scan-row"
import { Tally } from "../../modules/personal-data/engine/scan/tally"
import type { ScanFinding } from "../../modules/personal-data/engine/scan/tally"
import { errorName } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import { OVERLAP_MS, openExportFile } from "./forget-export-files"

const COLUMN = "order_export"

const addUp = (findings: readonly ScanFinding[]): ScanFinding[] => {
  const sums = new Map<string, ScanFinding>()
  for (const finding of findings) {
    const key = `${finding.erasure_id} ${finding.kind}`
    const rows = (sums.get(key)?.rows ?? 0) + finding.rows
    sums.set(key, { ...finding, rows })
  }
  return [...sums.values()]
}

/**
 * Looks through the files of order exports that are still stored: the only files with people's addresses that Medusa
 * keeps a list of.
 */
export const readExportFiles =
  (container: MedusaContainer, { pause, now }: { pause: number; now: Date }): ReadFiles =>
  async ({ matcher, erasures }) => {
    const connection = postgres(container)
    const stored = await findExportFiles(connection, now)
    const findings: ScanFinding[] = []
    const totals = { ...NO_TOTALS, unread: [] as string[] }
    if (stored.length === 0) return { findings, totals }
    const files = container.resolve<IFileModuleService>(Modules.FILE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const { url, began } of stored) {
      const tally = new Tally(matcher, erasures, {
        table: EXPORT_FILES,
        columns: [COLUMN],
        map: undefined,
        format: "plain",
        // An export that began while an erasure ran may have read what was there before.
        madeAt: new Date(began.getTime() - OVERLAP_MS),
      })
      try {
        const stream = await openExportFile(files, url)
        if (!stream) continue
        const rows = wholeRows(tally.add)
        await readPieces(stream, { pause }, rows.add)
        rows.end()
        findings.push(...(await tally.findings(connection, new Map())))
        totals.rows += tally.rows
        totals.bytes += tally.bytes
      } catch (error) {
        totals.unread.push(`${EXPORT_FILES}.${COLUMN}`)
        logger.error(`dk-personal-data: an order export could not be read (${errorName(error)})`)
      }
    }
    return { findings: addUp(findings), totals }
  }
