import { generateEntityId } from "@medusajs/framework/utils"
import { runSweep } from "../../../src/modules/personal-data/engine/sweep/run-sweep"
import type { SweepOptions } from "../../../src/modules/personal-data/engine/sweep/run-sweep"
import { startSweep } from "../../../src/modules/personal-data/engine/sweep/sweep-row"
import type { SweepRow } from "../../../src/modules/personal-data/engine/sweep/sweep-row"
import { awaitInvoices } from "./invoices"
import { guestBuys } from "./guests"
import { captureOrder } from "./shop"
import type { Headers } from "./shop"
import type { Suite } from "./suite"
import { shipOrder } from "./warehouse"

/** A moment so many months from now, and days. */
export const afterMonths = (months: number, days = 0): Date => {
  const moment = new Date()
  moment.setUTCMonth(moment.getUTCMonth() + months, moment.getUTCDate() + days)
  return moment
}

export const sweepOptions = (now: Date): SweepOptions => ({
  financialYearStartsIn: 1,
  now,
  warn: () => undefined,
  whileCartsRest: (_ids, work) => work([]),
})

/** A whole sweep as it would be at a moment. */
export const sweepAt = async (suite: Suite, now: Date): Promise<SweepRow> => {
  const database = suite.database()
  const { id } = await startSweep(database, { startedBy: null, now })
  const sweep = await runSweep(database, id, {
    ...sweepOptions(now),
    afterPart: () => Promise.resolve(),
  })
  if (!sweep) throw new Error("There is no sweep")
  return sweep
}

/** A guest's order that was paid, invoiced where the shop does, and sent today; every field says whose it is. */
export const soldToGuest = async (
  suite: Suite,
  headers: Headers,
  name: string,
  { isInvoiced = true } = {}
): Promise<string> => {
  const orderId = await guestBuys(suite, `${name}@kunde.example`, {
    first_name: `${name}first`,
    last_name: `${name}last`,
    address_1: `${name}street`,
  })
  await captureOrder(suite, orderId, headers)
  if (isInvoiced) await awaitInvoices(suite, orderId, headers)
  await shipOrder(suite, orderId, headers)
  await suite.settle()
  return orderId
}

/** Runs SQL that no application could: past guards and constraints. */
export const byHand = async (suite: Suite, ...statements: string[]): Promise<void> => {
  await suite.database().transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    for (const sql of statements) await transaction.raw(sql)
  })
}

export const newId = (prefix: string): string => generateEntityId(undefined, prefix)
