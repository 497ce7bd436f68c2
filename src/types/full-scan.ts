/** Where an erased person's value was found: table and column, what kind of value, and in how many rows. */
export type AdminScanPlace = {
  table: string
  column: string
  kind: "email" | "phone" | "street" | "name"
  rows: number
}

/** One pass over every text of the database and the files of order exports. Holds no personal data. */
export type AdminFullScan = {
  id: string
  /** One that was killed stays `running`, and goes on at night or when staff starts one. */
  status: "running" | "done"
  /** Null: the nightly job. */
  started_by: string | null
  started_at: string
  finished_at: string | null
  /** How many erasures it looks for. */
  erasures: number
  /** What has been read so far. */
  tables: number
  columns: number
  bytes: number
  /** Tables and files that could not be read: nobody is fully proven without them. */
  unread: string[]
  found: (AdminScanPlace & { erasure_id: string })[]
}

/** Answer of `POST /admin/privacy/scans` (202) and `GET /admin/privacy/scans/:id`. */
export type AdminFullScanResponse = { scan: AdminFullScan }

export type AdminFullScanListResponse = {
  scans: AdminFullScan[]
  /** Somebody was erased whom no scan has looked for yet. */
  is_due: boolean
  count: number
  offset: number
  limit: number
}

/**
 * How far the proof of an erasure goes. `reach`: the person's own rows were read back and are empty. `full`: the whole
 * database was looked through as well, and holds nothing more. `found`: something was found elsewhere. `unproven`: not
 * everything could be looked through, or the secret of the values is gone.
 */
export type AdminProofLevel = "reach" | "full" | "found" | "unproven"

export type AdminErasureProof = {
  level: AdminProofLevel
  /** ISO 8601; null before a scan. */
  scanned_at: string | null
  tables: number
  columns: number
  bytes: number
  /** What speaks against the proof. */
  found: AdminScanPlace[]
  /** What a law keeps, or what proves something. */
  kept: AdminScanPlace[]
  /** In orders that wait, or that were left to staff. */
  left: AdminScanPlace[]
  unread: string[]
  secret_lost: boolean
}
