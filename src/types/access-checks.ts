// Findings of the scan of old data

export type AdminFindingState = "open" | "dismissed" | "resolved"

/** A CPR or card number in old data: where it stands, never the number. */
export type AdminFinding = {
  id: string
  table: string
  column: string
  row_id: string
  /** Keys of a JSON column joined by dots, a number among them as `*`; empty for a text. */
  path: string
  kind: "cpr" | "card"
  /** `211062-****` while it is there; null for cards and what is resolved. */
  masked: string | null
  state: AdminFindingState
  found_at: string
  changed_by: string | null
  changed_at: string | null
  /** Evidence: found, but never changed. */
  is_sealed: boolean
  /** `POST /admin/privacy/findings/:id/mask` may write it as masked. */
  can_be_masked: boolean
}

/** How far the scan has come; `finished_at` is null while rows are left. */
export type AdminFindingScan = { rows: number; started_at: string; finished_at: string | null }

export type AdminFindingResponse = { finding: AdminFinding }
export type AdminFindingListResponse = {
  findings: AdminFinding[]
  count: number
  offset: number
  limit: number
  /** Null before the first scan. */
  scan: AdminFindingScan | null
}

/** Answer of `POST /admin/privacy/findings/scan`: a part of the scan was run. */
export type AdminFindingScanResponse = { scan: AdminFindingScan; open: number }

// What the input guard did

export type AdminInputOutcome =
  | "cpr_asked"
  | "cpr_confirmed"
  | "cpr_masked"
  | "card_refused"
  | "card_code_refused"
  | "card_masked"

/** Days are Danish, `YYYY-MM-DD`. */
export type AdminInputCount = { day: string; outcome: AdminInputOutcome; count: number }

/** Answer of `GET /admin/privacy/input-counts`: days with something, the latest first, and the sum of each outcome. */
export type AdminInputCountsResponse = {
  counts: AdminInputCount[]
  totals: Record<AdminInputOutcome, number>
  /** First day that is counted. */
  since: string
}

// Staff checks

export type AdminCertificate = "private_certificate" | "childrens_certificate"

export type AdminPostReason =
  | "handles_money"
  | "customer_data"
  | "delivers_at_homes"
  | "works_with_children"
  | "keys_and_alarms"

/** That a criminal record certificate was seen. Days are Danish, `YYYY-MM-DD`. */
export type AdminStaffCheck = {
  id: string
  user_id: string | null
  employee_reference: string | null
  kind: AdminCertificate
  reason: AdminPostReason
  seen_by: string
  seen_on: string
  next_due: string
  /** May hold the post. */
  completed: boolean
  left_on: string | null
  state: "valid" | "soon" | "due" | "left"
}

/** Body of `POST /admin/privacy/staff-checks`; exactly one of user and reference. `next_due` is 24 months later when left out. */
export type AdminCreateStaffCheck = {
  user_id?: string
  employee_reference?: string
  kind: AdminCertificate
  reason: AdminPostReason
  seen_on: string
  next_due?: string
  completed: boolean
}

/** Body of `POST /admin/privacy/staff-checks/:id`: the certificate was seen again, or the employee has left. */
export type AdminUpdateStaffCheck =
  { seen_on: string; next_due?: string; completed: boolean } | { left_on: string }

export type AdminStaffCheckResponse = { staff_check: AdminStaffCheck }
export type AdminStaffCheckListResponse = {
  staff_checks: AdminStaffCheck[]
  count: number
  offset: number
  limit: number
  /** How many are due within 30 days, or were. */
  asking: number
}
