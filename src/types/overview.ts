import type { AdminDoctorReport } from "./access-doctor"
import type { AdminInputOutcome } from "./access-checks"
import type { DkRole } from "./access"
import type { AdminBreachNumbersResponse } from "./breaches"
import type { AdminConsentMonth } from "./consent-admin"
import type { AdminInvoiceMode } from "./invoice-external"
import type { AdminNetsMetrics } from "./nets"
import type { AdminRetentionMonth } from "./retention"
import type { AdminSubjectRequestNumbersResponse } from "./subject-requests"

/** Numbers of the overview by area, each as its own list counts. */
export type AdminOverviewNumbers = {
  requests: AdminSubjectRequestNumbersResponse
  breaches: AdminBreachNumbersResponse
  recipients: {
    /** Recipients that never confirmed what they were told. */
    escalated: number
    /** Agreements whose day to be looked at again has passed. */
    reviews: number
  }
  erasures: { proposed: number; planned: number }
  /** In force today. */
  holds: { active: number }
  /** In force today. */
  restrictions: { active: number }
  retention: {
    /** Things past their term that are still there. */
    due: number
    /** From this month, twelve months. */
    months: AdminRetentionMonth[]
    /** Columns that can hold personal data and that no rule reaches. */
    without_rule: number
    /** Last day of the stop in force, `YYYY-MM-DD`; null when nothing is stopped. */
    stopped_until: string | null
  }
  /** Things that sweeps could not erase. */
  sweeps: { parked: number }
  /** Texts that are missing in a language of the shop. */
  notices: { fallbacks: number }
  /** What people said this month and before; the latest month last. */
  consents: { months: AdminConsentMonth[] }
  findings: {
    open: number
    /** What the input guard did in the last thirty days. */
    inputs: Record<AdminInputOutcome, number>
  }
  staff_checks: { asking: number; count: number }
  data_map: {
    /** Columns that nobody declared, and declared ones that are not there. */
    drift: number
    tables: number
    columns: number
  }
  access: {
    /** How many have which role; `none` have no role. */
    roles: Record<DkRole | "none", number>
    staff: number
    see_everyone: number
    /** Staff without a role who see everyone. */
    unlimited: number
    /** Medusa's RBAC gives the roles; who sees everyone is not known then. */
    platform_rbac: boolean
  }
  nets: AdminNetsMetrics & {
    /** Webhooks that are to be worked off, and those that could not be. */
    receipts_waiting: number
    receipts_failed: number
  }
  invoices: {
    mode: AdminInvoiceMode
    /** Orders whose invoice is held back. */
    lacking: number
    /** Documents that have not reached their buyer. */
    undelivered: number
    /** The two above are counted no further: this many stands for as many or more. */
    counted_to: number
    /** Invoices and credit notes that the shop's bookkeeping system owes a number. */
    requested: number
  }
}

export type AdminOverviewArea = keyof AdminOverviewNumbers | "doctor"

/** Something that asks for staff. */
export type AdminOverviewTask = {
  area: AdminOverviewArea
  code: string
  /** The same in words, in the language that was asked for. */
  says: string
  /** A limit has passed or will within a day, or something is wrong that does not mend itself. */
  is_urgent: boolean
  count: number
  /** When it must be done at the latest: an instant (ISO 8601 in UTC) or a day in Denmark (`YYYY-MM-DD`). */
  deadline: string | null
}

export type AdminSetupState = "done" | "missing" | "not_used"

/** One thing a store does before it opens, as the facts say it. */
export type AdminSetupItem = {
  item:
    | "controller"
    | "secrets"
    | "notices"
    | "staff_notice"
    | "roles"
    | "financial_years"
    | "invoices"
    | "nets"
    | "email"
    | "database"
  state: AdminSetupState
  /** What is missing: names of options, texts and tables, never their values. */
  lacking: string[]
  /** What there is, such as the invoice mode or the environment of an account at Nets. */
  has: string[]
}

/** An area that could not be read just now. */
export type AdminOverviewFailure = {
  area: AdminOverviewArea
  /** As a sentence lists it, in the language that was asked for. */
  name: string
}

/** What the overview of Privacy shows; what the caller's role may not read is left out. */
export type AdminOverview = {
  numbers: Partial<AdminOverviewNumbers>
  /** What asks for staff, the most urgent first. */
  tasks: AdminOverviewTask[]
  setup?: AdminSetupItem[]
  doctor?: AdminDoctorReport
  /** By area. */
  failed: AdminOverviewFailure[]
  /** As of when the oldest of the numbers stands (ISO 8601 in UTC). */
  read_at: string
  /** How long what is heavy to read serves those who do not ask for it anew. */
  kept_seconds: number
}

/** Answer of `GET /admin/privacy/overview`. */
export type AdminOverviewResponse = { overview: AdminOverview }
