import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { findErased } from "../../modules/personal-data/engine/erased-emails"
import { becomeCopy, continueInstallation } from "../../modules/personal-data/engine/installation"
import { LedgerUnreachable } from "../../modules/personal-data/engine/ledger-outside"
import { previewReplay, replayLedger } from "../../modules/personal-data/engine/replay"
import { conflict, errorName, invalidField, notFound } from "../../shared/errors"
import { postgres, selectRows, withLock } from "../../shared/postgres"
import { ifUnlocked } from "../../shared/session-locks"
import type { AdminReplay, AdminReplayReport } from "../../types/http"
import { personalDataSettings, runOptions } from "./personal-data-settings"
import { runErasureIfDue } from "./run-erasures"

const LOCK = "dk-personal-data-replay"

type ReplayRow = Omit<AdminReplay, "report" | "error" | "started_at" | "finished_at"> & {
  report: AdminReplayReport | { error?: string }
  started_at: Date
  finished_at: Date | null
}

const toReplay = ({ report, started_at, finished_at, ...row }: ReplayRow): AdminReplay => ({
  id: row.id,
  status: row.status,
  started_by: row.started_by,
  started_at: started_at.toISOString(),
  finished_at: finished_at?.toISOString() ?? null,
  report: "erasures" in report ? report : null,
  error: "error" in report ? (report.error ?? null) : null,
})

/** What staff and scripts are told of an error: a code without data. */
const codeOf = (error: unknown): string =>
  error instanceof LedgerUnreachable ? "ledger_unreachable" : errorName(error)

const end = async (
  container: MedusaContainer,
  id: string,
  status: "done" | "failed",
  report: object
): Promise<void> => {
  await postgres(container).raw(
    `UPDATE dk_personal_data_replay SET status = ?, report = ?, finished_at = now(), updated_at = now() WHERE id = ? AND status = 'running'`,
    [status, JSON.stringify(report), id]
  )
}

/** Replays the ledger now, in this call. Throws LedgerUnreachable. */
const replay = (container: MedusaContainer): Promise<AdminReplayReport> =>
  replayLedger(postgres(container), runOptions(container), async (id) => {
    await runErasureIfDue(container, id)
  })

/** Runs what was asked for and has not ended, unless somebody does; a killed one is run again from its beginning. */
export const runReplays = async (container: MedusaContainer): Promise<void> => {
  await ifUnlocked(postgres(container), LOCK, async () => {
    const [open] = await selectRows<{ id: string }>(
      postgres(container),
      `SELECT id FROM dk_personal_data_replay WHERE status = 'running' ORDER BY started_at LIMIT 1`
    )
    if (!open) return
    try {
      await end(container, open.id, "done", await replay(container))
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`dk-personal-data: replay ${open.id} failed (${codeOf(error)})`)
      await end(container, open.id, "failed", { error: codeOf(error) })
    }
  })
}

/** Begins `runReplays` and does not wait for it; what cannot be done now, the job takes up. */
export const runReplaysSoon = (container: MedusaContainer): void => {
  runReplays(container).catch((error: unknown) => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: a replay is taken up later (${codeOf(error)})`)
  })
}

/** One replay. Throws not_found. */
export const getReplay = async (container: MedusaContainer, id: string): Promise<AdminReplay> => {
  const [row] = await selectRows<ReplayRow>(
    postgres(container),
    "SELECT * FROM dk_personal_data_replay WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  if (!row) throw notFound("No replay has this id.")
  return toReplay(row)
}

/** Replays, newest first. */
export const listReplays = async (
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ replays: AdminReplay[]; count: number }> => {
  const rows = await selectRows<ReplayRow & { total: number }>(
    postgres(container),
    `SELECT *, count(*) OVER ()::int AS total FROM dk_personal_data_replay
      WHERE deleted_at IS NULL ORDER BY started_at DESC, id LIMIT ? OFFSET ?`,
    [limit, offset]
  )
  return { replays: rows.map(toReplay), count: rows[0]?.total ?? 0 }
}

/**
 * Notes that the ledger is to be replayed; `runReplays` does it.
 *
 * @param startedBy a staff user; null for the command
 * @throws MedusaError conflict `replay_running`
 */
export const beginReplay = async (
  container: MedusaContainer,
  startedBy: string | null
): Promise<AdminReplay> => {
  const id = generateEntityId(undefined, "dkrpl")
  await withLock(postgres(container), LOCK, async (transaction) => {
    const running = await selectRows(
      transaction,
      "SELECT 1 FROM dk_personal_data_replay WHERE status = 'running'"
    )
    if (running.length > 0) throw conflict("replay_running", "A replay is running already.")
    await transaction("dk_personal_data_replay").insert({
      id,
      status: "running",
      started_by: startedBy,
      started_at: new Date(),
    })
  })
  return getReplay(container, id)
}

/** What a replay would do now; nothing is changed. Throws conflict `ledger_unreachable`. */
export const previewReplayOf = async (container: MedusaContainer): Promise<AdminReplayReport> => {
  try {
    return await previewReplay(postgres(container), runOptions(container))
  } catch (error) {
    if (!(error instanceof LedgerUnreachable)) throw error
    throw conflict("ledger_unreachable", "The ledger outside the database cannot be read.")
  }
}

/** Makes this database an installation of its own, before a copy for tests is worked with; gives the new id. */
export const becomeCopyOf = (container: MedusaContainer): Promise<string> =>
  becomeCopy(postgres(container))

/**
 * From now on the ledger's lines of another installation are believed: this store was it before its database was lost.
 *
 * @throws MedusaError invalid_data `continues`
 */
export const continueInstallationOf = async (
  container: MedusaContainer,
  id: string
): Promise<void> => {
  if (!/^dkinst_\w{1,200}$/.test(id)) {
    throw invalidField("continues", "invalid_installation", "is not the id of an installation.")
  }
  await continueInstallation(postgres(container), id)
}

/**
 * Those of some e-mails whose person was erased and has not registered or bought since: leave them out of an import.
 * Ask only before an import, never when somebody registers, buys or signs up.
 *
 * @returns the e-mails in lower case
 */
export const findErasedEmails = (
  container: MedusaContainer,
  emails: readonly string[]
): Promise<Set<string>> =>
  findErased(postgres(container), personalDataSettings(container).secrets, emails)
