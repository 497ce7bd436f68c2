import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { lookAgain } from "../../modules/personal-data/engine/look-again"
import { appendUnsent, LedgerUnreachable } from "../../modules/personal-data/engine/ledger-outside"
import { releaseRestrictions } from "../../modules/personal-data/engine/release-restrictions"
import { runErasure } from "../../modules/personal-data/engine/run-erasure"
import { TableRefused } from "../../modules/personal-data/engine/table-refused"
import { errorName } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { forgetExportFiles } from "./forget-export-files"
import { forgetSamples } from "./forget-samples"
import { ledgerSettings, runOptions } from "./personal-data-settings"
import { tellOfSweepOrWarn } from "./sweeps"
import { findUntold, findUntoldSweeps, tellOthers } from "./tell-others"
import { whileCartsRest } from "./while-carts-rest"

/** The erasure is done; who could not be told now is told by the job. */
const tellOrWarn = async (
  container: MedusaContainer,
  erasure: Parameters<typeof tellOthers>[1]
): Promise<void> => {
  try {
    await tellOthers(container, erasure)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: not all were told of ${erasure.id} (${errorName(error)})`)
  }
}

/**
 * Runs one erasure whose grace has ended and tells search and other plugins which customers are gone.
 * An erasure that another server runs, or that is not due, is left alone.
 */
export const runErasureIfDue = async (
  container: MedusaContainer,
  id: string
): Promise<{ isDone: boolean }> => {
  const options = runOptions(container)
  const run = await runErasure(postgres(container), id, {
    ...options,
    whileCartsRest: whileCartsRest(container, id),
    forgetFiles: () => forgetExportFiles(container, options.now),
  })
  if (!run?.isChanged) return { isDone: false }
  await tellOrWarn(container, run.erasure)
  return { isDone: run.erasure.status === "done" }
}

/** What cannot be released today must not keep others from being told. */
const releaseOrWarn = async (container: MedusaContainer): Promise<number> => {
  try {
    return await releaseRestrictions(postgres(container), runOptions(container))
  } catch (error) {
    const reason = error instanceof TableRefused ? error.message : errorName(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: kept orders could not be released (${reason})`)
    return 0
  }
}

/** Planned or running and past its grace; what a table refused is tried once an hour. */
const DUE = `status IN ('planned', 'running') AND grace_until <= now() AND deleted_at IS NULL
  AND NOT (status = 'planned' AND waiting @> '[{"reason": "not_erasable"}]' AND updated_at > now() - interval '1 hour')`

/** Rows from before there was a place outside, and those of a killed run, are appended; it may not be reachable now. */
const appendOrWarn = async (container: MedusaContainer): Promise<void> => {
  try {
    await appendUnsent(postgres(container), ledgerSettings(container), null)
  } catch (error) {
    const reason = error instanceof LedgerUnreachable ? error.message : errorName(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`dk-personal-data: the ledger outside the database takes nothing (${reason})`)
  }
}

/** Finishes what is due: ended graces, orders that were waited for, killed runs, and orders whose term is over. */
export const finishErasures = async (container: MedusaContainer): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  await appendOrWarn(container)
  const looked = await lookAgain(postgres(container), runOptions(container))
  const due = await selectRows<{ id: string }>(
    postgres(container),
    `SELECT id FROM dk_personal_data_erasure WHERE ${DUE} ORDER BY created_at`
  )
  let ended = 0
  for (const { id } of due) {
    try {
      const { isDone } = await runErasureIfDue(container, id)
      if (isDone) ended += 1
    } catch (error) {
      logger.error(
        `dk-personal-data: erasure ${id} failed (${errorName(error)}); it is tried again`
      )
    }
  }
  const released = await releaseOrWarn(container)
  for (const erasure of await findUntold(container)) await tellOrWarn(container, erasure)
  for (const sweep of await findUntoldSweeps(container)) await tellOfSweepOrWarn(container, sweep)
  // An erasure that staff ran at once is among those looked at.
  if (ended + released + looked > 0) await forgetSamples(container)
}
