import { by, registerPersonalData, table, where } from "../personal-data"
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

registerPersonalData({
  tables: [
    table("dk_subject_request")
      .of(by("customer_id", "customer"), where("lower(t.email) = ANY(:email)"))
      .columnsOf(["email", "name", "message"], CASE)
      .contextOf(["id", "kind", "channel", "received_on", "state", "strict_on", "ended_at"], SAYS)
      .freeOf(["controller_id", "locale", "legal_on", "customer_id", "created_by"], SAYS),
    table("dk_subject_request_event")
      .of(
        where(
          "t.request_id IN (SELECT r.id FROM dk_subject_request r WHERE r.customer_id = ANY(:customer) OR lower(r.email) = ANY(:email))"
        )
      )
      .contextOf(["id", "type", "occurred_at"], SAYS)
      .freeOf(["request_id", "data", "actor"], SAYS),
    table("dk_subject_request_reason")
      .of(
        where(
          "t.request_id IN (SELECT r.id FROM dk_subject_request r WHERE r.customer_id = ANY(:customer) OR lower(r.email) = ANY(:email))"
        )
      )
      .column("text", { ...CASE, origin: "internal" })
      .contextOf(["id"], SAYS)
      .freeOf(["request_id"], SAYS),
    table("dk_subject_request_letter")
      .of(
        where(
          "t.request_id IN (SELECT r.id FROM dk_subject_request r WHERE r.customer_id = ANY(:customer) OR lower(r.email) = ANY(:email))"
        )
      )
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
