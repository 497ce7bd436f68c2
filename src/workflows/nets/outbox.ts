import type { Outbox } from "../../shared/outbox"

/** The inbox of webhooks: one payment session is worked on by one server at a time. */
export const NETS_INBOX: Outbox = { table: "dk_nets_receipt", group: "session_id" }
