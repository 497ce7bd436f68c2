import type { Knex } from "../../../../shared/postgres"
import { hidingValues } from "../../../../shared/postgres"
import { SOURCES } from "../retention/sources"
import { readTerms } from "../retention/terms"
import type { RunOptions } from "../run-erasure"
import { askVetoes } from "../vetoes"
import { dueItems } from "./batch"
import { judgeItems } from "./judge"
import { keysOfItems, withPeople } from "./keys"
import { addTo } from "./run-sweep"
import type { Report } from "./sweep-row"

type Judging = Pick<RunOptions, "now" | "warn">

/** The store's own code may keep single items, so those are asked for one by one once it keeps any. */
const findVetoed = async (
  transaction: Knex.Transaction,
  source: (typeof SOURCES)[number],
  ids: readonly string[],
  options: Judging
): Promise<Map<string, string>> => {
  const [first, ...others] = ids
  if (first === undefined || source.only) return new Map()
  const keys = await withPeople(transaction, await keysOfItems(transaction, source, ids))
  const [reason] = await askVetoes(transaction, { keys, ...options })
  if (reason === undefined) return new Map()
  if (others.length === 0) return new Map([[first, reason]])
  const half = Math.ceil(ids.length / 2)
  return new Map([
    ...(await findVetoed(transaction, source, ids.slice(0, half), options)),
    ...(await findVetoed(transaction, source, ids.slice(half), options)),
  ])
}

/** Longer than a request should take; a sweep itself takes its time. */
const LONGEST_MS = 20_000

export type SweepPreview = {
  report: Report
  /** False when the time was over first: the report is of the beginning. */
  isWhole: boolean
}

const lookThrough = async (
  transaction: Knex.Transaction,
  options: Judging,
  isOver: () => boolean
): Promise<SweepPreview> => {
  const terms = await readTerms(transaction)
  let report: Report = {}
  for (const source of SOURCES) {
    for (let after = ""; ;) {
      if (isOver()) return { report, isWhole: false }
      const ids = await dueItems(transaction, source, {
        ...{ term: terms[source.rule], after, now: options.now },
      })
      const last = ids.at(-1)
      if (last === undefined) break
      const judged = await judgeItems(transaction, source, { ids, busyCarts: [], ...options })
      const free = ids.filter((id) => !judged.has(id))
      const vetoed = await findVetoed(transaction, source, free, options)
      const waiting = new Map([...judged, ...vetoed])
      const erased = ids.length - waiting.size
      report = addTo(report, source.rule, { erased, waiting, parked: new Map() })
      after = last
    }
  }
  return { report, isWhole: true }
}

/** What a sweep would erase now and what would wait, per rule. Nothing is written. What would be erased may still refuse. */
export const previewSweep = (connection: Knex, options: Judging): Promise<SweepPreview> => {
  const end = Date.now() + LONGEST_MS
  const isOver = () => Date.now() > end
  return hidingValues(
    connection.transaction((transaction) => lookThrough(transaction, options, isOver), {
      isolationLevel: "repeatable read",
      readOnly: true,
    })
  )
}
