import type { CategoryCount } from "../assess"

/** What a replay found and did, or, before, would do: counts, ids and reasons, no personal data. */
export type ReplayReport = {
  /** Lines read outside the database, how many of them this database lacked, and those that are not believed. */
  lines: {
    read: number
    new: number
    damaged: number
    forged: number
    /** By the id of a secret that the shop does not have any more. */
    unknown_keys: Record<string, number>
    /** By the id of an installation that this database neither is nor continues, such as a copy for tests. */
    other_installations: Record<string, number>
  }
  /** Erasures in the ledger. */
  erasures: number
  /** Those of them that this database knew nothing of. */
  unknown: number
  /** Those whose people, or some of their data, were there again. */
  taken_up: number
  done: number
  waiting: number
  /** Reasons why some wait, with how many wait for each. */
  reasons: Record<string, number>
  /** Those that wait, the first hundred. */
  waiting_ids: string[]
  /** Called off by staff since the backup: they are left alone. */
  called_off: string[]
  /** Those that could not be looked at or run this time; the job tries again. */
  failed: string[]
  /** Digests made with a secret that the shop does not have any more, by its id: those e-mails cannot be found. */
  unreadable_digests: Record<string, number>
  /** Rows per category that would go; of a preview only. */
  rows: CategoryCount[]
  /** Those that were, or would be, taken up: the first hundred. */
  erasure_ids: string[]
  /** False when a preview ended before it had looked at all. */
  is_whole: boolean
}

/** Whether a preview has taken its time. */
export type IsOver = () => boolean

/** As many ids as a report names one by one. */
const MOST_NAMED = 100

export const emptyReport = (): ReplayReport => ({
  lines: { read: 0, new: 0, damaged: 0, forged: 0, unknown_keys: {}, other_installations: {} },
  erasures: 0,
  unknown: 0,
  taken_up: 0,
  done: 0,
  waiting: 0,
  reasons: {},
  waiting_ids: [],
  called_off: [],
  failed: [],
  unreadable_digests: {},
  rows: [],
  erasure_ids: [],
  is_whole: true,
})

/** Adds an id to a list that names only so many. */
export const name = (list: string[], id: string): void => {
  if (list.length < MOST_NAMED) list.push(id)
}
