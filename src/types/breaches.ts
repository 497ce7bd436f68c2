export type AdminBreachKind = "confidentiality" | "integrity" | "availability"
export type AdminBreachRisk = "unlikely" | "risk" | "high"
export type AdminNoticeExemption = "unintelligible" | "risk_removed" | "disproportionate"

/** What is known of a breach; times are ISO 8601 with offset. See `domain/facts.ts`. */
export type AdminBreachFacts = {
  title: string
  kinds: AdminBreachKind[]
  occurred_from: string | null
  occurred_to: string | null
  detected_at: string | null
  aware_at: string | null
  nature: string
  people_categories: ("customers" | "guests" | "business" | "public" | "staff")[]
  people_count: number | null
  records_count: number | null
  data_categories: (
    | "name"
    | "address"
    | "email"
    | "phone"
    | "orders"
    | "payments"
    | "login"
    | "messages"
    | "protected_address"
    | "national_id"
    | "other"
  )[]
  consequences: string
  measures_taken: string
  measures_planned: string
  contact: string
  processor: string
}

export type AdminBreach = {
  id: string
  title: string
  state: "open" | "closed"
  is_drill: boolean
  aware_at: string | null
  /** By when the authority is told (GDPR Art. 33(1)), an instant in UTC; null while nobody is certain yet. */
  deadline_at: string | null
  first_reported_at: string | null
  closed_at: string | null
  opened_by: string
  created_at: string
}

export type AdminBreachEvent = {
  id: string
  type: string
  at: string
  /** `system`, or the id of a user. */
  actor: string
  data: Record<string, unknown>
}

export type AdminBreachDetail = AdminBreach & {
  source: "staff" | "customer" | "processor"
  quick_start: string | null
  facts: AdminBreachFacts
  assessment: {
    risk: AdminBreachRisk
    reasoning: string
    exemption: AdminNoticeExemption | null
    exemption_reason: string | null
  } | null
  is_ruled_out: boolean
  duties: { notifyAuthority: boolean; notifyPeople: boolean; publicNotice: boolean } | null
  /** Whether the authority was, or is being, told too late: then reasons are owed. */
  is_late: boolean
  /** Fields that a report and a notice still lack. */
  missing_in_report: string[]
  missing_in_notice: string[]
  /** Why the case cannot be closed yet, as words; empty when it can. */
  open_duties: string[]
  notice: Record<"da" | "en", { subject: string; text: string }> | null
  people: {
    affected: number
    /** Whom nobody has told yet. */
    untold: number
    notices: { notice_channel: string; outcome: string | null; people: number }[]
  }
  timeline: AdminBreachEvent[]
}

export type AdminBreachResponse = { breach: AdminBreachDetail }
export type AdminBreachListResponse = {
  breaches: AdminBreach[]
  count: number
  offset: number
  limit: number
}
