import type {
  AdminBreachFacts,
  AdminBreachKind,
  AdminBreachQuickStart,
  AdminBreachRisk,
  AdminNoticeExemption,
  AdminOpenBreach,
} from "../../../types/http"

export const KINDS = [
  "confidentiality",
  "integrity",
  "availability",
] as const satisfies readonly AdminBreachKind[]

export const PEOPLE = [
  "customers",
  "guests",
  "business",
  "public",
  "staff",
] as const satisfies AdminBreachFacts["people_categories"]

export const DATA = [
  "name",
  "address",
  "email",
  "phone",
  "orders",
  "payments",
  "login",
  "messages",
  "protected_address",
  "national_id",
  "other",
] as const satisfies AdminBreachFacts["data_categories"]

export const RISKS = ["unlikely", "risk", "high"] as const satisfies readonly AdminBreachRisk[]

export const EXEMPTIONS = [
  "unintelligible",
  "risk_removed",
  "disproportionate",
] as const satisfies readonly AdminNoticeExemption[]

export const QUICK_STARTS = [
  "misdirected_mail",
  "misdirected_parcel",
  "lost_device",
  "stolen_login",
  "hacked_shop",
  "supplier_leak",
] as const satisfies readonly AdminBreachQuickStart["id"][]

export const SOURCES = [
  "staff",
  "customer",
  "processor",
] as const satisfies readonly AdminOpenBreach["source"][]
