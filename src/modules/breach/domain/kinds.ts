/** What was lost: secrecy, correctness or access (EDPB Guidelines 9/2022, 15). A breach can be of several kinds. */
export const BREACH_KINDS = ["confidentiality", "integrity", "availability"] as const
export type BreachKind = (typeof BREACH_KINDS)[number]

/** Risk to the people concerned (GDPR Art. 33(1) and 34(1)). */
export const BREACH_RISKS = ["unlikely", "risk", "high"] as const
export type BreachRisk = (typeof BREACH_RISKS)[number]

/** Why people at high risk need not be told one by one (GDPR Art. 34(3)(a)-(c)). */
export const NOTICE_EXEMPTIONS = ["unintelligible", "risk_removed", "disproportionate"] as const
export type NoticeExemption = (typeof NOTICE_EXEMPTIONS)[number]

/** Who found it. A processor's word makes the shop aware at once; a customer's tip begins an investigation. */
export const BREACH_SOURCES = ["staff", "customer", "processor"] as const
export type BreachSource = (typeof BREACH_SOURCES)[number]

/** What happens most in a shop; each fills in what it usually is. */
export const QUICK_STARTS = [
  "misdirected_mail",
  "misdirected_parcel",
  "lost_device",
  "stolen_login",
  "hacked_shop",
  "supplier_leak",
] as const
export type QuickStart = (typeof QUICK_STARTS)[number]

/** Kinds of people a shop has data of (GDPR Art. 33(3)(a)). */
export const PEOPLE_CATEGORIES = ["customers", "guests", "business", "public", "staff"] as const
export type PeopleCategory = (typeof PEOPLE_CATEGORIES)[number]

/** Kinds of data that were touched, as the authority's form asks for them. */
export const DATA_CATEGORIES = [
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
] as const
export type DataCategory = (typeof DATA_CATEGORIES)[number]

/** How somebody is told. */
export const NOTICE_CHANNELS = ["mail", "sms", "call", "letter"] as const
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number]

/** What becomes of a customer's report. */
export const TIP_STATES = ["new", "linked", "dismissed"] as const
export type TipState = (typeof TIP_STATES)[number]
