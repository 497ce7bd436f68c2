import "./intake-personal-data"
import { by, freeTable, registerPersonalData, table, where } from "../personal-data"
import type { ColumnRule } from "../personal-data"

/** Needed to answer, also the erasure of everything else; goes by itself thirty days after the last letter. */
const CASE: ColumnRule = {
  category: "evidence",
  purpose: "accountability",
  origin: "provided",
  basis: "legal_obligation",
  retention: "evidence",
  erase: "keep",
  portable: false,
}

const SAYS = "that the person asked for something, when, and what came of it"

/** A letter with a name alone belongs to whom staff found; else a request is who asked's, whomever staff names. */
const FOUND = `(t.customer_id IS NULL AND t.email IS NULL
  AND (t.subject_customer_id = ANY(:customer) OR lower(t.subject_email) = ANY(:email)))`

const OF_THE_REQUEST = `t.request_id IN (SELECT r.id FROM dk_subject_request r
  WHERE r.customer_id = ANY(:customer) OR lower(r.email) = ANY(:email) OR ${FOUND.replaceAll("t.", "r.")})`

const COMPANY = "about a company that gets data from the store, not about a person"
const TOLD = "that a company was told to erase, correct or only store what it has of an order"

registerPersonalData({
  recipientRegister: {
    name: "subject-request",
    sql: `SELECT name, role, purposes, country, safeguard, is_active FROM dk_subject_request_recipient
           WHERE controller_id = :controller AND deleted_at IS NULL ORDER BY lower(name)`,
  },
  tables: [
    table("dk_subject_request")
      .of(by("customer_id", "customer"), where(`lower(t.email) = ANY(:email) OR ${FOUND}`))
      .columnsOf(["email", "name", "message", "representative_name", "authority_seen"], CASE)
      // What staff found it to be about may be another's address, which no copy hands out (GDPR Art. 15(4)).
      .column("subject_email", { ...CASE, origin: "internal", secret: true })
      .contextOf(["id", "kind", "channel", "received_on", "state", "strict_on", "ended_at"], SAYS)
      .freeOf(["controller_id", "locale", "legal_on", "customer_id", "created_by"], SAYS)
      .freeOf(["subject_customer_id", "selection_id", "confirmed_order_ids", "erasure_id"], SAYS),
    table("dk_subject_request_event")
      .of(where(OF_THE_REQUEST))
      .contextOf(["id", "type", "occurred_at"], SAYS)
      .freeOf(["request_id", "data", "actor"], SAYS),
    table("dk_subject_request_reason")
      .of(where(OF_THE_REQUEST))
      .column("text", { ...CASE, origin: "internal" })
      .contextOf(["id"], SAYS)
      .freeOf(["request_id"], SAYS),
    freeTable("dk_subject_request_recipient", COMPANY, [
      ...["id", "controller_id", "origin", "name", "role", "purposes", "country", "safeguard"],
      ...["agreement_on", "agreement_reference", "contact_email", "contact_how"],
      ...["next_review_on", "is_active"],
    ]),
    table("dk_subject_request_recipient_task")
      .of(where("t.order_ids && :order"))
      .contextOf(["id", "cause", "state", "sent_at", "confirmed_at"], TOLD)
      .freeOf(["recipient_id", "cause_id", "order_ids", "round", "changed_by"], TOLD)
      .freeOf(["outcome", "attempts", "next_attempt_at", "claimed_until", "done_at"], TOLD),
    table("dk_subject_request_letter")
      .of(where(OF_THE_REQUEST))
      .contextOf(["id", "template", "locale", "state", "sent_at"], SAYS)
      .freeOf(
        [
          ...["request_id", "event_id", "nonce", "digest", "outcome", "attempts"],
          ...["next_attempt_at", "claimed_until", "done_at", "sent_by"],
        ],
        SAYS
      ),
  ],
})
