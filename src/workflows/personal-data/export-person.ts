import { once } from "node:events"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Writable } from "node:stream"
import { writeExport } from "../../modules/personal-data/engine/export"
import type { ExportInput } from "../../modules/personal-data/engine/export"
import { unexpected } from "../../shared/errors"
import { postgres } from "../../shared/postgres"

/** Each export holds one connection of the pool (ten by default) for as long as its client reads. */
const MOST_AT_ONCE = 2
const STALL_LIMIT_MS = 30_000
const TOTAL_LIMIT_MS = 600_000

let running = 0

/** True while this process runs as many exports as it may. */
export const isExportBusy = (): boolean => running >= MOST_AT_ONCE

/**
 * Streams one person's data to a client, at the client's pace. A client that stalls for 30 seconds, or needs more
 * than ten minutes, is cut off.
 */
export const exportPerson = async (
  container: MedusaContainer,
  input: Omit<ExportInput, "now">,
  target: Writable
): Promise<void> => {
  running += 1
  const total = AbortSignal.timeout(TOTAL_LIMIT_MS)
  const gone = new AbortController()
  target.once("close", () => {
    gone.abort()
  })
  const write = async (chunk: string): Promise<void> => {
    if (target.destroyed) throw unexpected("The client is gone")
    if (target.write(chunk)) return
    await once(target, "drain", {
      signal: AbortSignal.any([total, gone.signal, AbortSignal.timeout(STALL_LIMIT_MS)]),
    })
  }
  try {
    await writeExport(postgres(container), { ...input, now: new Date() }, write)
    target.end()
  } finally {
    running -= 1
  }
}
