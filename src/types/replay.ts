/** What a replay of the ledger did, or would do: counts, ids and reasons, no personal data. */
export type AdminReplayReport = {
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
  /** Reasons why some wait, with how many wait for each: as in `AdminErasureBlock`. */
  reasons: Record<string, number>
  /** Those that wait, the first hundred. */
  waiting_ids: string[]
  /** Called off by staff since the backup: they are left alone. */
  called_off: string[]
  /** Those that could not be looked at or run this time. */
  failed: string[]
  /** Digests made with a secret that the shop does not have any more, by its id: those e-mails cannot be found. */
  unreadable_digests: Record<string, number>
  /** Rows per category that would go; of a preview only. */
  rows: { category: string; rows: number }[]
  /** Those that were, or would be, taken up: the first hundred. */
  erasure_ids: string[]
  /** False when a preview ended before it had looked at all. */
  is_whole: boolean
}

export type AdminReplay = {
  id: string
  status: "running" | "done" | "failed"
  started_by: string | null
  started_at: string
  finished_at: string | null
  /** Null until it is done. */
  report: AdminReplayReport | null
  /** Why it failed: `ledger_unreachable` or a code. */
  error: string | null
}

/** Where the ledger stands. */
export type AdminLedgerState = {
  /** `none`: in the database only, so a restored backup takes it back too. */
  place: "none" | "file" | "store"
  /** Null without a place outside. */
  is_reachable: boolean | null
  /** Lines outside; null when they could not be read. */
  lines: number | null
  /** When the last of them that is believed was written; null without any. */
  last_line_at: string | null
  /** Rows in the database, and those of them that do not stand outside yet. */
  rows: number
  unsent: number
}

export type AdminReplayResponse = { replay: AdminReplay }
export type AdminReplayListResponse = {
  replays: AdminReplay[]
  count: number
  offset: number
  limit: number
}
export type AdminLedgerResponse = { ledger: AdminLedgerState }
export type AdminReplayPreviewResponse = { preview: AdminReplayReport }

/** Places in the list that was sent, from 0, of e-mails to leave out of an import. */
export type AdminImportCheckResponse = { leave_out: number[] }
