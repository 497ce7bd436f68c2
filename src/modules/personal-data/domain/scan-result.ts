import type { ScanKind } from "./scan/values"

/** Where a value was found, or is kept: no value, no name, no id. */
export type ScanPlace = { table: string; column: string; kind: ScanKind; rows: number }

/** What a full scan says of one erasure. */
export type ScanResultBody = {
  tables: number
  columns: number
  rows: number
  bytes: number
  found: ScanPlace[]
  kept: ScanPlace[]
  /** In orders that wait, or that were left to staff. */
  left: ScanPlace[]
  /** Places where somebody else's street or name is the same. */
  others: number
  /** Tables and files that could not be read. */
  unread: string[]
  /** A secret that the values were noted with is gone: they cannot be looked for any more. */
  secret_lost: boolean
}

/**
 * How far a proof goes. `reach`: the person's own rows are empty. `full`: the whole database was looked through as well.
 * `found`: something was found elsewhere. `unproven`: not everything could be looked through.
 */
export type ProofLevel = "reach" | "full" | "found" | "unproven"

export type ErasureProof = Omit<ScanResultBody, "rows" | "others"> & {
  level: ProofLevel
  /** ISO 8601; null before a scan. */
  scanned_at: string | null
}

/** The latest result of an erasure, and whether it says anything of its latest run. */
type Judged = { body: ScanResultBody; complete: boolean; scanned_at: Date; is_current: boolean }

const NOTHING: ErasureProof = {
  level: "reach",
  scanned_at: null,
  tables: 0,
  columns: 0,
  bytes: 0,
  found: [],
  kept: [],
  left: [],
  unread: [],
  secret_lost: false,
}

/** What is proven of an erasure; `isWhole` is false while something of it still waits. */
export const proofOf = (result: Judged | null, isWhole: boolean): ErasureProof => {
  if (!result?.is_current) return NOTHING
  const { tables, columns, bytes, found, kept, left, unread, secret_lost } = result.body
  const proven = isWhole ? "full" : "reach"
  const lacking = found.length > 0 ? "found" : "unproven"
  return {
    level: result.complete ? proven : lacking,
    scanned_at: result.scanned_at.toISOString(),
    tables,
    columns,
    bytes,
    found,
    kept,
    left,
    unread,
    secret_lost,
  }
}
