export type RetentionUnit = "days" | "months"

/** How long one kind of data is kept, and how much of it there is. */
export type AdminRetentionRule = {
  /** `order_contact`, `abandoned_cart` … or what a domain registered, such as `invoice`. */
  rule: string
  /** Null: it goes by dates of its own, such as an invoice's. */
  term: number | null
  unit: RetentionUnit | null
  default_term: number | null
  default_unit: RetentionUnit | null
  /** Things held today, and those of them that are past their term. */
  held: number
  due: number
  /** `YYYY-MM-DD` in Denmark of what falls due next; null when nothing is held. */
  next_due_on: string | null
  /** The latest change; null while the default holds. */
  changed: { at: string; by: string; reason: string } | null
}

/** What falls due in one month (`YYYY-MM`), per rule. */
export type AdminRetentionMonth = { month: string; counts: Record<string, number> }

/** While one is in force nothing is erased, invoices included. */
export type AdminStop = {
  id: string
  kind: "tax_audit" | "court" | "authority" | "other"
  reason: string
  /** Last day, `YYYY-MM-DD` in Denmark. */
  ends_on: string
  created_by: string
  created_at: string
  lifted_at: string | null
  lifted_by: string | null
  lift_reason: string | null
}

export type AdminRetention = {
  rules: AdminRetentionRule[]
  /** From this month, twelve months. What is past its term already is in `due`. */
  months: AdminRetentionMonth[]
  /** Columns that can hold personal data and that no rule reaches. */
  without_rule: { table: string; column: string }[]
  /** In force today. */
  stop: AdminStop | null
}

export type AdminRetentionResponse = { retention: AdminRetention }

export type AdminRetentionChange = {
  id: string
  rule: string
  term: number
  unit: RetentionUnit
  reason: string
  changed_by: string
  created_at: string
}

/** Body of `POST /admin/privacy/retention`: 1 to 120 months or as many days, and why. */
export type AdminSetRetention = {
  rule: string
  term: number
  unit: RetentionUnit
  reason: string
}

export type AdminRetentionChangeResponse = { change: AdminRetentionChange }
export type AdminRetentionChangeListResponse = {
  changes: AdminRetentionChange[]
  count: number
  offset: number
  limit: number
}

/** Body of `POST /admin/privacy/stops`. */
export type AdminCreateStop = Pick<AdminStop, "kind" | "reason" | "ends_on">

export type AdminStopResponse = { stop: AdminStop }
export type AdminStopListResponse = {
  stops: AdminStop[]
  count: number
  offset: number
  limit: number
}

/** What a sweep did, or would do, of one rule. */
export type AdminSweepOfRule = {
  rule: string
  /** Things erased; in a preview, things that would be. */
  erased: number
  /** Things past their term that wait, by reason: `claim_open`, `legal_hold` … */
  waiting: Record<string, number>
  /** Things that could not be erased this time. */
  parked: number
}

export type AdminSweep = {
  id: string
  status: "running" | "done" | "stopped"
  /** Null: the nightly job. */
  started_by: string | null
  started_at: string
  finished_at: string | null
  rules: AdminSweepOfRule[]
}

export type AdminSweepResponse = { sweep: AdminSweep }
export type AdminSweepListResponse = {
  sweeps: AdminSweep[]
  count: number
  offset: number
  limit: number
}
/** What a sweep would do now. */
export type AdminSweepPreview = {
  rules: AdminSweepOfRule[]
  /** False: there is much, and only its beginning was looked at. */
  is_whole: boolean
  /** A stop is in force: none of it goes before that ends. */
  is_stopped: boolean
}

export type AdminSweepPreviewResponse = { preview: AdminSweepPreview }

/** Something that a sweep could not erase. */
export type AdminParked = {
  id: string
  rule: string
  item_id: string
  /** The table that refused, or a code. */
  reason: string
  attempts: number
  tried_at: string
  /** It is not tried again until staff asks. */
  is_given_up: boolean
}

export type AdminParkedResponse = { parked: AdminParked }
export type AdminParkedListResponse = {
  parked: AdminParked[]
  count: number
  offset: number
  limit: number
}
