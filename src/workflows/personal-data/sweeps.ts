import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findStop } from "../../modules/personal-data/engine/stops"
import {
  listParkedRows,
  MAX_ATTEMPTS,
  retryParkedRow,
} from "../../modules/personal-data/engine/sweep/parked"
import type { ParkedRow } from "../../modules/personal-data/engine/sweep/parked"
import { previewSweep } from "../../modules/personal-data/engine/sweep/preview"
import { runSweep } from "../../modules/personal-data/engine/sweep/run-sweep"
import {
  findRunningSweep,
  findSweep,
  listSweeps,
  startSweep,
} from "../../modules/personal-data/engine/sweep/sweep-row"
import type { Report, SweepRow } from "../../modules/personal-data/engine/sweep/sweep-row"
import { errorName, notFound } from "../../shared/errors"
import { postgres } from "../../shared/postgres"
import { ifUnlocked } from "../../shared/session-locks"
import type { AdminParked, AdminSweep, AdminSweepOfRule, AdminSweepPreview } from "../../types/http"
import { forgetSamples } from "./forget-samples"
import { runOptions } from "./personal-data-settings"
import { tellOfSweep } from "./tell-others"
import { letCartsGo, whileCartsRest } from "./while-carts-rest"

const toRules = (report: Report): AdminSweepOfRule[] =>
  Object.entries(report).map(([rule, counts]) => ({ rule, ...counts }))

const toSweep = (row: SweepRow): AdminSweep => ({
  id: row.id,
  status: row.status,
  started_by: row.started_by,
  started_at: row.started_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
  rules: toRules(row.report),
})

const toParked = (row: ParkedRow): AdminParked => ({
  id: row.id,
  rule: row.rule,
  item_id: row.item_id,
  reason: row.reason,
  attempts: row.attempts,
  tried_at: row.tried_at.toISOString(),
  is_given_up: row.attempts >= MAX_ATTEMPTS,
})

/** It is committed; who could not be told now is told by the job. */
export const tellOfSweepOrWarn = async (
  container: MedusaContainer,
  sweep: Parameters<typeof tellOfSweep>[1]
): Promise<void> => {
  try {
    await tellOfSweep(container, sweep)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: not all were told of ${sweep.id} (${errorName(error)})`)
  }
}

/** One process works on a sweep at a time; another one takes a killed one up. */
const LOCK = "dk-personal-data-sweep"

const runOne = async (container: MedusaContainer, id: string): Promise<void> => {
  await letCartsGo(container, id)
  const ended = await runSweep(postgres(container), id, {
    ...runOptions(container),
    whileCartsRest: whileCartsRest(container, id),
    afterPart: (sweep) => tellOfSweepOrWarn(container, sweep),
  })
  const erased = Object.values(ended?.report ?? {}).reduce((sum, rule) => sum + rule.erased, 0)
  if (erased > 0) await forgetSamples(container)
}

/** Goes on with the sweep that is running, if any; does nothing while another server works on it. */
export const resumeSweep = async (container: MedusaContainer): Promise<void> => {
  const sweep = await findRunningSweep(postgres(container))
  if (sweep) await ifUnlocked(postgres(container), LOCK, () => runOne(container, sweep.id))
}

/** Erases what is past its term, to the end: the nightly job. */
export const sweepNightly = async (container: MedusaContainer): Promise<void> => {
  await startSweep(postgres(container), { startedBy: null, now: new Date() })
  await resumeSweep(container)
}

/** Begins a sweep, which goes on by itself, and answers it; one that is running already is answered as it is. */
export const beginSweep = async (
  container: MedusaContainer,
  startedBy: string
): Promise<AdminSweep> => {
  const sweep = await startSweep(postgres(container), { startedBy, now: new Date() })
  resumeSweep(container).catch((error: unknown) => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: a sweep broke off (${errorName(error)}); it is taken up again`)
  })
  return toSweep(sweep)
}

/** One sweep with what it did so far. Throws not_found. */
export const getSweep = async (container: MedusaContainer, id: string): Promise<AdminSweep> => {
  const row = await findSweep(postgres(container), id)
  if (!row) throw notFound("No sweep has this id.")
  return toSweep(row)
}

type Page = { limit: number; offset: number }

/** Sweeps, newest first. */
export const listSweepsOf = async (
  container: MedusaContainer,
  page: Page
): Promise<{ sweeps: AdminSweep[]; count: number }> => {
  const rows = await listSweeps(postgres(container), page)
  return { sweeps: rows.map(toSweep), count: rows[0]?.total ?? 0 }
}

/** What a sweep would do now, per rule, were no stop in force. Nothing is written. */
export const previewSweepOf = async (container: MedusaContainer): Promise<AdminSweepPreview> => {
  const options = runOptions(container)
  const stop = await findStop(postgres(container), options.now)
  const { report, isWhole } = await previewSweep(postgres(container), options)
  return { rules: toRules(report), is_whole: isWhole, is_stopped: stop !== undefined }
}

/** What sweeps could not erase, the latest first. */
export const listParked = async (
  container: MedusaContainer,
  page: Page
): Promise<{ parked: AdminParked[]; count: number }> => {
  const rows = await listParkedRows(postgres(container), page)
  return { parked: rows.map(toParked), count: rows[0]?.total ?? 0 }
}

/** Has the next sweep try it again. Throws not_found. */
export const retryParked = async (container: MedusaContainer, id: string): Promise<AdminParked> =>
  toParked(await retryParkedRow(postgres(container), id))
