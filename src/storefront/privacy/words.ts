import type { AdminSubjectRequestKind, AdminSubjectRequestState } from "../../types/http"

/** What can be asked, with what it means in plain words. */
type Kind = { title: string; explained: string }

/** What the page says. Days come as text in the page's language. */
export type PrivacyWords = {
  /** Name of the downloaded file. */
  file: string
  loading: string
  again: string
  optional: string
  ask: {
    title: string
    intro: string
    signed_in_intro: string
    choose: string
    kinds: Record<AdminSubjectRequestKind, Kind>
    message: string
    message_hint: string
    email: string
    email_hint: string
    send: string
    sent_title: string
    /** The same for everybody: it says nothing of whether the address is known. */
    sent: string
    sent_hint: string
    another: string
    received: string
    errors: { kind: string; email_missing: string; email: string; message: string }
  }
  confirm: {
    title: string
    text: string
    button: string
    done: string
    dead_title: string
    dead: string
    ask_again: string
  }
  follow: {
    title: string
    /** Of somebody signed in who came by a mailed link. */
    mailed: string
    none: string
    refresh: string
    refreshed: string
    states: Record<AdminSubjectRequestState, string>
    received_on: string
    answer_by: string
    limit: string
    extended: string
    identity: string
    /** `orders`: such as `1203 og 1204`; `by` is null when no day is set. */
    planned: (orders: string, by: string | null) => string
    decided: Record<
      "completed" | "partly_completed" | "refused" | "withdrawn",
      (day: string) => string
    >
    grounds: Record<string, string>
    complaint: string
    kept: string
    kept_row: (what: "document" | "order", number: string, day: string | null) => string
  }
  archive: {
    title: string
    text: string
    wait: string
    button: string
    left: (times: number) => string
    until: (day: string) => string
    used_up: string
    busy: string
    done: string
  }
  held: {
    title: string
    intro: string
    guest: string
    guest_button: string
    login: string
    nothing: string
    rows: (count: number) => string
    used_for: string
    because: string
    how_long: string
    documents: string
  }
  consents: {
    title: string
    intro: string
    none: string
    purposes: Record<string, string>
    channels: Record<string, string>
    soft_opt_in: string
    since: (day: string) => string
    withdraw: string
    withdrawn: string
    stop: string
    stopped: string
  }
  /** Telling the shop of what may be a breach. */
  breach: {
    title: string
    intro: string
    message: string
    message_hint: string
    email: string
    email_hint: string
    send: string
    sent_title: string
    sent: string
    another: string
    errors: { message_missing: string; message: string; email: string }
  }
  signed_out: string
  failed: string
  no_answer: string
  /** In so many minutes. */
  too_often: (minutes: number) => string
}
