import { registerPersonalData, table, where } from "../personal-data"
import type { ColumnRule } from "../personal-data"
import { CASE_DUE, DUE_TASKS, dueRequests, PERSON_DUE } from "./forget"

/** Of a guest, until they confirm it or the link is too old. */
const ASKED: ColumnRule = {
  category: "evidence",
  purpose: "accountability",
  origin: "provided",
  basis: "legal_obligation",
  retention: "short",
  erase: "null",
  portable: false,
}

const SAYS = "that the person asked for something, when, and what came of it"

const OF_REQUEST = where(
  "t.request_id IN (SELECT r.id FROM dk_subject_request r WHERE r.customer_id = ANY(:customer) OR lower(r.email) = ANY(:email))"
)

registerPersonalData({
  retention: [
    {
      name: "request_person",
      sql: dueRequests(PERSON_DUE, "r.forgotten_at IS NULL"),
      // Who asks for something is not inactive.
      tables: [
        "dk_subject_request",
        "dk_subject_request_intake",
        "dk_subject_request_link",
        "dk_subject_request_code",
      ],
    },
    { name: "request_case", sql: dueRequests(CASE_DUE, "true") },
    { name: "request_recipients", sql: DUE_TASKS },
  ],
  tables: [
    table("dk_subject_request_intake")
      .of(where("lower(t.email) = ANY(:email)"))
      .columnsOf(["email", "message"], ASKED)
      .contextOf(["id", "kind", "received_on"], SAYS)
      .freeOf(["controller_id", "locale", "outcome"], SAYS)
      .removed(),
    table("dk_subject_request_link")
      .of(OF_REQUEST)
      .freeOf(["request_id"], SAYS)
      .freeOf(["token_hash"], "a digest of random bytes")
      .removed(),
    table("dk_subject_request_code")
      .of(OF_REQUEST)
      .freeOf(["request_id"], SAYS)
      .freeOf(["digest"], "a keyed digest that lives for a day at most")
      .freeOf(["tries"], SAYS)
      .removed(),
    table("dk_subject_request_limit")
      .of()
      .freeOf(["client"], "a keyed digest that lives for a day at most"),
  ],
})
