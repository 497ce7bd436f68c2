import type {
  ConsentEvent,
  ConsentState,
  MarketingChannel,
  NoticeData,
  NoticeKind,
  StoreConsent,
  StoreNotice,
} from "./consent"

// Texts and consents as staff works with them

/** `coming`: published, in force from a day ahead. `replaced`: a newer version is in force. */
export type NoticeState = "draft" | "coming" | "current" | "replaced"

export type AdminNotice = StoreNotice & { state: NoticeState }

export type AdminNoticeResponse = { notice: AdminNotice }

/** Answer of `GET /admin/privacy/notices`. */
export type AdminNoticeListResponse = {
  notices: AdminNotice[]
  count: number
  offset: number
  limit: number
}

/** Body of `POST /admin/privacy/notices`; purpose and channel of a marketing text only. */
export type AdminCreateNotice = {
  kind: NoticeKind
  purpose?: string | null
  channel?: MarketingChannel | null
  locale: string
  body: string
  data?: NoticeData | null
  material?: boolean
}

/** Body of `POST /admin/privacy/notices/:id`. `replaces` is the SHA-256 of the draft that was changed. */
export type AdminChangeNotice = {
  body?: string
  data?: NoticeData | null
  material?: boolean
  replaces?: string
}

/** Body of `POST /admin/privacy/notices/:id/publish`. `sha256` is of the text that was read before publishing. */
export type AdminPublishNotice = { effective_from?: string; sha256?: string }

/** A text that is missing in a language of the shop; `uses` is the language of the one that stands in, null when none does. */
export type AdminNoticeFallback = {
  kind: NoticeKind
  purpose: string | null
  channel: MarketingChannel | null
  locale: string
  uses: string | null
}

/** Answer of `GET /admin/privacy/notices/fallbacks`. */
export type AdminNoticeFallbackResponse = { locales: string[]; fallbacks: AdminNoticeFallback[] }

/** A text to begin with. Answer of `GET /admin/privacy/notices/starter`. */
export type AdminStarterNoticeResponse = {
  notice: {
    kind: NoticeKind
    purpose: string | null
    channel: MarketingChannel | null
    locale: "da" | "en"
    body: string
    data: NoticeData | null
  }
}

/** A sentence of a draft that is perhaps untrue or void. `text` is the draft's own words. */
export type AdminNoticeHint = { code: string; text: string; start: number }

/** Answer of `POST /admin/privacy/notice-hints`. */
export type AdminNoticeHintsResponse = { hints: AdminNoticeHint[] }

/** Of a category of the map: what the policy says of how long it is kept. */
export type AdminDeadlineFinding = {
  category: string
  /** In the policy's words. */
  declared: string
  /** As the map keeps it: `erasure`, `short`, `bookkeeping`, `evidence`. */
  retentions: string[]
}

/** What a policy declares, held against the map of personal data and the record of processing. */
export type AdminNoticeCheck = {
  notice_id: string
  fits: boolean
  /** The policy carries no declaration at all. */
  declares_nothing: boolean
  categories: { missing: string[]; unknown: string[] }
  recipients: { missing: string[]; unknown: string[] }
  deadlines: { missing: string[]; different: AdminDeadlineFinding[] }
}

/** Answer of `GET /admin/privacy/notices/:id/check`. `known` is what can be declared. */
export type AdminNoticeCheckResponse = {
  check: AdminNoticeCheck
  known: { categories: string[]; recipients: string[] }
}

/** What one person has said of one purpose and channel; an objection has no channel. */
export type AdminConsent = {
  /** Of the event that decides. */
  id: string
  customer_id: string | null
  email: string | null
  purpose: string
  channel: string | null
  state: Exclude<ConsentState, "unset">
  /** Marketing may be sent now, because of a consent or of a purchase where it could be refused. */
  permitted_by: "consent" | "soft_opt_in" | null
  since: string
}

/** Answer of `GET /admin/privacy/consents`, latest first. */
export type AdminConsentListResponse = {
  consents: AdminConsent[]
  count: number
  offset: number
  limit: number
}

/** How often something was said in a month of Denmark, `YYYY-MM`. */
export type AdminConsentMonth = {
  month: string
  given: number
  refused: number
  withdrawn: number
  objected: number
}

/** Answer of `GET /admin/privacy/consents/numbers`: the purposes and channels there are, and the months, latest last. */
export type AdminConsentNumbers = {
  purposes: string[]
  months: AdminConsentMonth[]
}

/** Answer of `GET /admin/customers/:id/consents`. */
export type AdminCustomerConsentsResponse = {
  customer: { id: string; email: string }
  consents: StoreConsent[]
  objected: boolean
  events: ConsentEvent[]
  /** The versions the events are about. */
  notices: AdminNotice[]
}

/** Answer of `GET /admin/orders/:id/consents`: what was shown then, and what was chosen. */
export type AdminOrderConsentsResponse = { events: ConsentEvent[]; notices: AdminNotice[] }
