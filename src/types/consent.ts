// Texts about data, and what was agreed beside them

export type NoticeKind = "privacy" | "terms" | "cookies" | "marketing" | "staff"

export type MarketingChannel = "email" | "sms"

export type CookiePurpose = "necessary" | "functional" | "statistics" | "marketing"

/** One cookie, or an entry of the browser's storage. `*` at the end of a name stands for what differs. */
export type NoticeCookie = {
  name: string
  provider: string
  purpose: CookiePurpose
  description: string
  lifetime: string
}

/** What belongs to a text: the list of cookies, what a policy declares, or on what marketing rests. */
export type NoticeData =
  | { cookies: NoticeCookie[] }
  | {
      declares: {
        categories: string[]
        recipients: string[]
        deadlines: Record<string, string>
      }
    }
  | { basis: "consent" | "soft_opt_in" }

/** A text about data, a version of it; evidence points at its `sha256`. Instants are ISO 8601. */
export type StoreNotice = {
  id: string
  kind: NoticeKind
  /** Of a marketing text: what for, and on which channel. */
  purpose: string | null
  channel: MarketingChannel | null
  /** BCP 47. */
  locale: string
  version: number
  body: string
  data: NoticeData | null
  sha256: string
  /** People are asked again when it comes into force. */
  material: boolean
  effective_from: string | null
  published_at: string | null
  created_at: string
}

export type StoreNoticeListResponse = {
  notices: StoreNotice[]
  count: number
  offset: number
  limit: number
}

/** A choice beside a marketing text; `refused` is also the tick in "no, thank you" beside a soft opt-in. */
export type StoreConsentChoice = {
  purpose: string
  channel: MarketingChannel
  state: "given" | "refused"
}

/**
 * Body of `POST /store/carts/:id/consents`: the notices the checkout shows, and what is chosen beside them now, which
 * replaces what was chosen before; left out, that stays.
 */
export type StoreSetCartConsents = { notices: string[]; consents?: StoreConsentChoice[] }

/** Answer of `GET POST /store/carts/:id/consents`. */
export type StoreCartConsents = { notices: StoreNotice[]; consents: StoreConsentChoice[] }

export type ConsentState = "unset" | "given" | "refused" | "withdrawn" | "objected" | "superseded"

/** What a person has agreed to for one purpose and channel. */
export type StoreConsent = {
  purpose: string
  channel: MarketingChannel
  state: ConsentState
  /** Marketing may be sent now, because of a consent or of a purchase where it could be refused. */
  permitted_by: "consent" | "soft_opt_in" | null
  since: string | null
  /** The text in force that a new choice is made beside. */
  notice: StoreNotice | null
}

/** One thing that happened, latest first. */
export type ConsentEvent = {
  id: string
  purpose: string
  channel: string | null
  state: "shown" | Exclude<ConsentState, "unset">
  source: "asserted" | "assumed" | "sent" | "claimed"
  /** `checkout`, `confirmation`, `registration`, `account`, `unsubscribe`, `subscription`, `import` … */
  place: string
  notice_id: string | null
  notice_sha256: string | null
  order_id: string | null
  occurred_at: string
}

/** Answer of `GET POST /store/customers/me/consents`. */
export type StoreCustomerConsents = {
  consents: StoreConsent[]
  /** The person has objected to marketing as a whole; what was consented to since stands beside it. */
  objected: boolean
  events: ConsentEvent[]
}

/** One choice of an account holder. `given` needs the id of the text it was made beside; `objected` takes no purpose. */
export type StoreSetCustomerConsent =
  | { purpose: string; channel: MarketingChannel; state: "given"; notice_id: string }
  | { purpose: string; channel: MarketingChannel; state: "refused" | "withdrawn" }
  | { state: "objected" }

/** Body of `POST /store/customers/me/consents`. */
export type StoreSetCustomerConsents = { consents: StoreSetCustomerConsent[] }

// Cookies

/** What a visitor can refuse; what is necessary needs no consent. */
export type OptionalCookiePurpose = Exclude<CookiePurpose, "necessary">

/** True: allowed. A purpose that the notice does not list is never allowed. */
export type CookieChoices = Record<OptionalCookiePurpose, boolean>

/** By one of the two buttons, or purpose by purpose. */
export type CookieChoiceMethod = "accept_all" | "refuse_all" | "selection"

/** Body of `POST /store/privacy/cookie-choices`. `visitor_id`: 32 to 64 random hex digits made in the browser. */
export type StoreSetCookieChoice = {
  visitor_id: string
  /** The published cookie notice the choice was made beside. */
  notice_id: string
  choices: CookieChoices
  method: CookieChoiceMethod
}

/** Body of `POST /store/privacy/cookie-choices/lookup`. `locale`: the language the visitor reads now, BCP 47. */
export type StoreLookUpCookieChoice = { visitor_id: string; locale?: string }

/** The proof of a visitor's choice. `since` is ISO 8601; `notice` is the text it was made beside. */
export type StoreCookieChoice = {
  choices: CookieChoices
  method: CookieChoiceMethod
  since: string
  notice: Pick<StoreNotice, "id" | "locale" | "version" | "sha256">
  /** Why to ask again: 12 months have gone, a materially different text is in force, or it lists a purpose not seen then. */
  ask_again: "none" | "expired" | "new_text" | "new_purpose"
}

/** Answer of both routes of cookie choices; null when nothing is known under the id. */
export type StoreCookieChoiceResponse = { cookie_choice: StoreCookieChoice | null }

// Marketing

/** Body of `POST /store/privacy/subscriptions`; the answer is 202 with `{}` for every address. */
export type StoreSubscribe = {
  email: string
  purpose: string
  channel: "email"
  /** The text that stood beside the box. */
  notice_id: string
  /** BCP 47, of the mail that asks to confirm; the text's own when left out. */
  locale?: string
}

/** Body of `POST /store/privacy/subscriptions/confirm`: what stands behind `#token=` in the mailed link. */
export type StoreConfirmSubscription = { token: string }

/** False: the link is too old or says nothing any more. */
export type StoreConfirmSubscriptionResponse = { confirmed: boolean }

/**
 * Answer of `GET /store/customers/me/consents/sheet`: a receipt of consents in the spirit of ISO/IEC TS 27560. The digest of an
 * event is that of the text in `notices` it was made beside.
 */
export type StoreConsentSheet = {
  /** Name and number of this form. */
  version: string
  created_at: string
  controller: {
    name: string
    cvr: string
    address: string
    email: string
    phone: string | null
    dpo: string | null
  }
  /** Opaque keys the evidence stands under. */
  subject_keys: string[]
  objected: boolean
  purposes: Omit<StoreConsent, "notice">[]
  events: ConsentEvent[]
  /** Every text an event points at, old versions too. */
  notices: StoreNotice[]
}

/** Query of `GET /admin/privacy/marketing-audience` (CSV) and of `/count`. */
export type AdminAudienceQuery = { purpose: string; channel: MarketingChannel }

/** Answer of `GET /admin/privacy/marketing-audience/count`. */
export type AdminAudienceCountResponse = { count: number }

/** One of the two; a phone counts as Danish without a country code. */
export type AdminSuppressionAddress = { email: string } | { phone: string }

/** Answer of `GET POST /admin/privacy/suppressions`: how many addresses objected. The list never gives an address back. */
export type AdminSuppressionCountResponse = { count: number }

/** Answer of `POST /admin/privacy/suppressions/check`. */
export type AdminSuppressionCheckResponse = { suppressed: boolean }

/** A row of `POST /admin/privacy/consents/import`; `given_at` is a day or an instant in ISO 8601. */
export type AdminConsentImportRow = {
  email: string
  purpose: string
  channel: MarketingChannel
  given_at: string
}

/** Answer of `POST /admin/privacy/consents/import`. Rows count from 1; in a file they are its lines. */
export type AdminConsentImportResponse = {
  imported: number
  /** Rows that were there already. */
  known: number
  refused: { row: number; field: string; code: string; message: string }[]
}
