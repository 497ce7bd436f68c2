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
  /** False once it is assessed as needing no report, or ruled out. */
  must_report: boolean
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
  /** Which description this is; whoever changes it sends it along, so that two do not undo each other's words. */
  facts_version: string
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
  /**
   * Why the case cannot be closed yet: `not_assessed`, `not_reported`, `people_not_told`, `not_published`,
   * `no_delay_reasons`, `people_untold` or `people_waiting` (notices that are not sent yet); empty when it can.
   */
  open_duties: string[]
  notice: Record<"da" | "en", { subject: string; text: string }> | null
  people: {
    affected: number
    /** Whom nobody has told yet. */
    untold: number
    /** Whom `notify` would now owe a notice. */
    to_notify: number
    notices: { notice_channel: string; outcome: string | null; people: number }[]
  }
  timeline: AdminBreachEvent[]
}

export type AdminBreachResponse = { breach: AdminBreachDetail }

/**
 * Answer of `GET /admin/privacy/breaches/:id`. `may_decide`: the caller may assess, report, tell people and close, not only
 * describe and add.
 */
export type AdminReadBreachResponse = AdminBreachResponse & { may_decide: boolean }
export type AdminBreachListResponse = {
  breaches: AdminBreach[]
  count: number
  offset: number
  limit: number
}

/** One of the six that happen most. */
export type AdminBreachQuickStart = {
  id:
    | "misdirected_mail"
    | "misdirected_parcel"
    | "lost_device"
    | "stolen_login"
    | "hacked_shop"
    | "supplier_leak"
  likely_risk: AdminBreachRisk
  /** What to ask first, in the language asked for. */
  questions: string[]
  /** What the form begins with. */
  prefill: Pick<AdminBreachFacts, "kinds" | "people_categories" | "data_categories" | "nature">
}

/** Answer of `GET /admin/privacy/breach-quick-starts?locale=`. */
export type AdminBreachQuickStartsResponse = { quick_starts: AdminBreachQuickStart[] }

/** Body of `POST /admin/privacy/breaches`. */
export type AdminOpenBreach = {
  source: "staff" | "customer" | "processor"
  quick_start: AdminBreachQuickStart["id"] | null
  is_drill: boolean
  facts: AdminBreachFacts
  /** A customer's report that it came from; it is linked to the case in the same step. */
  report_id?: string
}

/**
 * Body of `POST …/:id/facts`: all that is known, as a new version. With `facts_version`, the one it was changed from, it is
 * refused with 409 `described_meanwhile` when somebody else was faster.
 */
export type AdminDescribeBreach = AdminBreachFacts & { facts_version?: string }

/**
 * Body of `POST …/:id/assess`. An exemption is for high risk only, and needs its reason (GDPR Art. 34(3)); both are left out or
 * null without one.
 */
export type AdminAssessBreach = {
  risk: AdminBreachRisk
  reasoning: string
  exemption?: AdminNoticeExemption | null
  exemption_reason?: string | null
}

/** Body of `POST …/:id/{rule-out,reopen}`. */
export type AdminReasonOfBreach = { reasoning: string }

/** Body of `POST …/:id/notes`. */
export type AdminNoteOnBreach = { text: string }

/** Body of `POST …/:id/public-notice`: where everybody can read what. */
export type AdminPublicBreachNotice = { place: string; text: string }

/** Body of `POST …/:id/close`: the review of a case that is over. */
export type AdminCloseBreach = { cause: string; lessons: string }

/** Answer of `GET /admin/privacy/breaches/numbers`: what asks for attention. Drills count in `open_drills` only. */
export type AdminBreachNumbersResponse = {
  open: number
  open_drills: number
  /** The nearest limit of a case whose authority has not been told and must or may have to be; null without one. */
  next_deadline_at: string | null
  /** Cases of which the authority has not been told although the limit has passed. */
  overdue: number
  /** Cases of which the authority has not been told and whose limit is still to come. */
  running: number
  /** The nearest limit of those that run; null without one. */
  next_running_deadline_at: string | null
  /** What customers reported and nobody has looked into. */
  new_reports: number
}

/** Answer of `GET /admin/privacy/breaches/:id/report?locale=`: what the authority asks for (GDPR Art. 33(3)). */
export type AdminBreachReportResponse = {
  report: { text: string; json: Record<string, unknown>; missing: string[] }
}

/** Body of `POST …/:id/phases`: one report to the authority. */
export type AdminReportPhase = {
  /** ISO 8601 with offset; not ahead, and not before the minute of `aware_at`. */
  reported_at: string
  receipt: string
  is_final: boolean
  /** Needed when more hours had passed than the law gives. */
  delay_reasons: string | null
}

/** Who is affected, as a query: everybody any part finds. Days are Danish and inclusive. */
export type AdminAffectedQuery = {
  customers?: boolean
  guests?: boolean
  orders?: { from: string; to: string; buyer_types?: ("private" | "business" | "public")[] }
  customer_ids?: string[]
  order_ids?: string[]
  read_by?: { actor_id: string; from: string; to: string }
  kept_invoices?: { from: string; to: string }
}

/** Answer of `POST …/:id/affected/preview`: how many people a query finds, and how many of them are new to the case. */
export type AdminAffectedPreviewResponse = { people: number; added: number }

/** Answer of `POST …/:id/affected` (adds) and `DELETE …/:id/affected` (empties a list nobody of which was told). */
export type AdminAffectedResponse = { added: number; breach: AdminBreachDetail }

export type AdminNoticeChannel = "mail" | "sms" | "call" | "letter"

/** Somebody affected. Where they are reached is read now from the rows that lead to them. */
export type AdminAffectedPerson = {
  id: string
  customer_id: string | null
  order_id: string | null
  document_id: string | null
  has_protected_address: boolean
  name: string | null
  email: string | null
  phone: string | null
  is_told: boolean
  /** Each way tried; `outcome` is null while it waits. */
  notices: { notice_channel: AdminNoticeChannel; outcome: string | null; done_at: string | null }[]
}

/** Answer of `GET …/:id/affected?state=told|untold|waiting&limit&offset`. */
export type AdminAffectedListResponse = {
  people: AdminAffectedPerson[]
  count: number
  offset: number
  limit: number
}

/** Body of `POST …/:id/affected/:person_id/told`. */
export type AdminToldByHand = {
  channel: "call" | "letter"
  outcome: "called" | "written" | "not_reached"
}

/** Answer of `GET …/:id/notice`: what staff wrote, or a text to begin from. */
export type AdminBreachNoticeResponse = {
  notice: Record<"da" | "en", { subject: string; text: string }>
  is_draft: boolean
}

/** What a customer told the shop of. */
export type AdminBreachTip = {
  id: string
  /** Empty once whoever wrote it was erased. */
  message: string
  email: string | null
  customer_id: string | null
  locale: string
  state: "new" | "linked" | "dismissed"
  breach_id: string | null
  created_at: string
  decided_at: string | null
}

/** Answer of `GET /admin/privacy/breach-reports?state&limit&offset`. */
export type AdminBreachTipListResponse = {
  breach_reports: AdminBreachTip[]
  count: number
  offset: number
  limit: number
}

/** Answer of `POST /admin/privacy/breach-reports/:id/{link,dismiss}`. */
export type AdminBreachTipResponse = { breach_report: AdminBreachTip }

/** Answer of `POST /store/privacy/breach-reports`: the same for everybody. */
export type StoreReportBreachResponse = { received: true }

/** Body of `POST /store/privacy/breach-reports`. */
export type StoreReportBreach = {
  /** What happened; 5,000 characters at most. Numbers that look like CPR or cards are masked. */
  message: string
  /** Where staff may ask more; of somebody signed in the account's is known. */
  email?: string
  locale?: string
}
