import { errorName } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { withLock } from "../../../../shared/postgres"
import type { CategoryCount } from "../assess"
import { ERASURE_LOCK, findErasure } from "../erasure-row"
import type { LedgerSettings } from "../ledger-outside"
import type { RunOptions } from "../run-erasure"
import { loadLedger } from "./load"
import { matchEmails } from "./match-emails"
import { emptyReport, name } from "./report"
import type { ReplayReport } from "./report"
import { pickOut } from "./pick-out"
import { foresee, nextRecorded, takeUp } from "./take-up"
import type { Recorded, TakenUp } from "./take-up"

export type ReplayOptions = RunOptions & { ledger: LedgerSettings }

/** A preview answers a person who waits. */
const LONGEST_PREVIEW_MS = 20_000

const addRows = (report: ReplayReport, rows: readonly CategoryCount[]): void => {
  for (const { category, rows: n } of rows) {
    const known = report.rows.find((row) => row.category === category)
    if (known) known.rows += n
    else report.rows.push({ category, rows: n })
  }
}

const count = (report: ReplayReport, id: string, { outcome, isKnown }: TakenUp): void => {
  if (!isKnown) report.unknown += 1
  if (outcome === "called_off") report.called_off.push(id)
  if (outcome !== "taken_up") return
  report.taken_up += 1
  name(report.erasure_ids, id)
}

const countWaiting = (report: ReplayReport, id: string, reasons: readonly string[]): void => {
  report.waiting += 1
  name(report.waiting_ids, id)
  for (const reason of new Set(reasons)) {
    report.reasons[reason] = (report.reasons[reason] ?? 0) + 1
  }
}

type Each = (recorded: Recorded) => Promise<void>

/** Every erasure of the ledger whose person may be there, in the order of their ids; `isOver` ends it early. */
const forEachRecorded = async (
  connection: Knex | Knex.Transaction,
  report: ReplayReport,
  options: Parameters<typeof pickOut>[2],
  { each, isOver = () => false }: { each: Each; isOver?: () => boolean }
): Promise<void> => {
  for (let after = ""; ;) {
    const recorded = await nextRecorded(connection, after)
    const last = recorded.at(-1)
    if (!last) return
    report.erasures += recorded.length
    if (isOver()) report.is_whole = false
    else {
      const { rest, known } = await pickOut(connection, recorded, options)
      const isRest = new Set(rest)
      const left = recorded.filter((one) => !isRest.has(one))
      report.unknown += left.filter(({ erasure_id: id }) => !known.has(id)).length
      for (const one of rest) {
        if (isOver()) report.is_whole = false
        else await each(one)
      }
    }
    after = last.erasure_id
  }
}

/**
 * Erases again what a restored backup has brought back: the rows of the ledger that stand outside are brought in, each
 * erasure of it whose person is there again is made due, and `run` runs it as any other. Only what is older than the
 * erasure is touched. Killed anywhere and run again it ends the same, and a second time nothing more happens.
 *
 * @param run runs one erasure that is due; what it cannot finish waits, and the job finishes it
 * @throws LedgerUnreachable
 */
export const replayLedger = async (
  connection: Knex,
  options: ReplayOptions,
  run: (id: string) => Promise<void>
): Promise<ReplayReport> => {
  const report = emptyReport()
  await loadLedger(connection, options.ledger, report)
  const matched = await matchEmails(connection, options.ledger.secrets, report)
  const each: Each = async (recorded) => {
    const { erasure_id: id } = recorded
    const emails = [...(matched.get(id) ?? [])]
    try {
      const taken = await withLock(connection, ERASURE_LOCK, (transaction) =>
        takeUp(transaction, recorded, { ...options, emails })
      )
      count(report, id, taken)
      if (taken.outcome !== "taken_up") return
      await run(id)
      const after = await findErasure(connection, id)
      if (after?.status === "done") report.done += 1
      else countWaiting(report, id, after?.waiting.map(({ reason }) => reason) ?? [])
    } catch (error) {
      options.warn(`dk-personal-data: erasure ${id} could not be replayed (${errorName(error)})`)
      report.failed.push(id)
    }
  }
  await forEachRecorded(connection, report, { ...options, matched }, { each })
  return report
}

class Undone extends Error {}

/**
 * What a replay would do now. It is looked at in one transaction that is undone, so nothing changes.
 *
 * @throws LedgerUnreachable
 */
export const previewReplay = async (
  connection: Knex,
  options: ReplayOptions
): Promise<ReplayReport> => {
  const report = emptyReport()
  const end = Date.now() + LONGEST_PREVIEW_MS
  const isOver = () => Date.now() > end
  const lookThrough = async (transaction: Knex.Transaction): Promise<never> => {
    await loadLedger(transaction, options.ledger, report, isOver)
    const matched = await matchEmails(transaction, options.ledger.secrets, report, isOver)
    const each: Each = async (recorded) => {
      const { erasure_id: id } = recorded
      const emails = [...(matched.get(id) ?? [])]
      const seen = await foresee(transaction, recorded, { ...options, emails })
      count(report, id, seen)
      if (seen.outcome !== "taken_up") return
      addRows(report, seen.rows)
      if (seen.reasons.length === 0) report.done += 1
      else countWaiting(report, id, seen.reasons)
    }
    await forEachRecorded(transaction, report, { ...options, matched }, { each, isOver })
    throw new Undone()
  }
  try {
    await connection.transaction(lookThrough)
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return report
}
