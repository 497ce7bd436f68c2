import { by, table, where } from "./domain/table-map"
import type { ColumnRule } from "./domain/table-map"
import { registerPersonalData } from "./registry"

const EVIDENCE: ColumnRule = {
  category: "evidence",
  purpose: "accountability",
  origin: "internal",
  basis: "legal_obligation",
  retention: "evidence",
  erase: "keep",
}

/** Who answers for what was written. */
const WRITER: ColumnRule = { ...EVIDENCE, category: "staff", purpose: "administration" }

const SAYS = "says that and when data was erased, by ids only"
const DIGESTS =
  "keyed digests of what was erased: they only tell whether it is there again, and only with the shop's secret"
const COUNTS = "counts, dates and names of tables or rules"

/** Proof beyond the rows of a person: the whole database looked through, the ledger replayed. */
const PROOF_TABLES = [
  table("dk_personal_data_ledger_receipt").of().freeOf(["id"], SAYS),
  table("dk_personal_data_installation").of().freeOf(["id"], COUNTS),
  table("dk_personal_data_replay").of().freeOf(["id", "status", "started_by", "report"], COUNTS),
  table("dk_personal_data_scan")
    .of()
    .freeOf(["id", "status", "started_by", "totals", "done_tables"], COUNTS)
    // Counts; of phone numbers, until the scan is done, which they are.
    .freeOf(["findings"], DIGESTS)
    .freeOf(["erasure_ids"], SAYS),
  table("dk_personal_data_scan_result")
    .of()
    .freeOf(["id", "erasure_id", "scan_id"], SAYS)
    .freeOf(["body"], COUNTS),
  // Gone once the proof is complete.
  table("dk_personal_data_scan_digest")
    .of()
    .freeOf(["id", "erasure_id", "kind"], SAYS)
    .freeOf(["digest", "key_id"], DIGESTS),
]

/** How long things are kept, what swept them away, and what stops that. */
const RETENTION_TABLES = [
  table("dk_personal_data_retention_rule")
    .of(by("changed_by", "user"))
    .column("changed_by", WRITER)
    .contextOf(["id", "rule", "created_at"], "when a version was written")
    .freeOf(["unit", "reason"], "the shop's own words about how long it keeps things"),
  table("dk_personal_data_sweep")
    .of()
    .freeOf(["id", "status", "started_by", "report"], COUNTS)
    .freeOf(["place", "touched"], SAYS),
  table("dk_personal_data_parked").of().freeOf(["id", "rule", "item_id", "reason"], SAYS),
  table("dk_personal_data_stop")
    .of()
    .freeOf(
      ["id", "kind", "reason", "ends_on", "lift_reason"],
      "which authority wants everything to stay, and until when"
    )
    .freeOf(["created_by", "lifted_by"], "ids of staff users"),
  table("dk_personal_data_account_visit")
    .of(by("id", "customer"))
    .column("month", {
      category: "account",
      purpose: "account",
      origin: "observed",
      basis: "legitimate_interest",
      retention: "erasure",
      erase: "null",
    })
    .contextOf(["id"], "whose account it is")
    .removed(),
]

/** What this domain itself knows of a person: that they were erased, and until then whom it concerns. */
registerPersonalData({
  retention: [
    {
      name: "kept_order",
      sql: `SELECT r.keep_through::date AS due_on, count(*) AS count FROM dk_personal_data_restriction r
             WHERE r.released_at IS NULL AND r.deleted_at IS NULL GROUP BY 1`,
    },
  ],
  tables: [
    table("dk_personal_data_erasure")
      .of(
        where(
          "t.customer_ids && :customer OR lower(t.email) = ANY(:email) OR t.more_emails && :email"
        )
      )
      // The e-mails find the person until the erasure is done; the run that ends it removes them.
      .columnsOf(["email", "more_emails", "reason"], EVIDENCE)
      .contextOf(["id", "status", "created_at", "finished_at"], SAYS)
      .freeOf(
        [
          "source",
          "customer_id",
          "customer_ids",
          "waiting_ids",
          "waiting",
          "touched",
          "left_ids",
          "confirmed_order_ids",
          "requested_by",
          "cancelled_by",
        ],
        SAYS
      ),
    table("dk_personal_data_hold")
      .of(by("customer_id", "customer"), by("order_id", "order"))
      // Only a hold that is over is ever erased: one in force keeps its person or order out of the erasure.
      .column("reason", {
        category: "order_note",
        purpose: "accountability",
        origin: "internal",
        basis: "legitimate_interest",
        retention: "erasure",
        erase: "empty_text",
      })
      .contextOf(
        ["id", "customer_id", "order_id", "kind", "ends_on", "created_at", "lifted_at"],
        "that something was kept for a claim or an authority, and until when"
      )
      .freeOf(["created_by", "lifted_by"], "ids of staff users"),
    table("dk_personal_data_person_restriction")
      .of(
        by("customer_id", "customer"),
        by("order_id", "order"),
        where("lower(t.email) = ANY(:email)")
      )
      .columnsOf(["email", "lift_reason"], {
        category: "order_note",
        purpose: "accountability",
        origin: "internal",
        basis: "legal_obligation",
        retention: "erasure",
        erase: "null",
      })
      .contextOf(
        [
          "id",
          "customer_id",
          "order_id",
          "ground",
          "from_on",
          "ends_on",
          "created_at",
          "lifted_at",
          "told_at",
        ],
        "that data was only stored for a while, why and until when"
      )
      .freeOf(["created_by", "lifted_by"], "ids of staff users"),
    table("dk_personal_data_erased_actor")
      .of(by("id", "customer"))
      .column("id", EVIDENCE)
      .freeOf(["erasure_id"], SAYS),
    table("dk_personal_data_restriction")
      .of(by("order_id", "order"))
      .contextOf(["id", "order_id", "keep_through", "law"], SAYS)
      .freeOf(["erasure_id"], SAYS),
    table("dk_personal_data_certificate").of().freeOf(["id", "erasure_id", "body"], SAYS),
    // Lives a minute. An erased person's ticket goes with them.
    table("dk_personal_data_export_ticket")
      .of(
        where(
          "lower(t.request->'subject'->>'email') = ANY(:email) OR t.request->'subject'->>'customer_id' = ANY(:customer)"
        )
      )
      .column("request", {
        category: "technical",
        purpose: "accountability",
        origin: "internal",
        basis: "legal_obligation",
        retention: "short",
        erase: "empty_object",
        secret: true,
      })
      .freeOf(["id"], "a digest of random bytes")
      .freeOf(["requested_by"], SAYS)
      .removed(),
    table("dk_personal_data_hand_over")
      .of(by("customer_id", "customer"))
      .contextOf(["id", "customer_id", "created_at"], SAYS)
      .freeOf(["requested_by", "body"], SAYS),
    table("dk_personal_data_cart_login")
      .of(by("customer_id", "customer"))
      .contextOf(["id", "customer_id", "created_at"], "which carts the owner of the account made")
      .removed(),
    table("dk_personal_data_selection")
      .of()
      .freeOf(
        [
          "id",
          "status",
          "way",
          "customer_ids",
          "order_ids",
          "cart_ids",
          "confirmed_ids",
          "created_by",
        ],
        "ids that staff looked at for a letter or call; removed after a day"
      ),
    table("dk_personal_data_ledger")
      .of(where("t.customer_ids && :customer"))
      .contextOf(["id", "created_at"], SAYS)
      .freeOf(["erasure_id", "customer_ids", "order_ids", "cart_ids"], SAYS)
      .freeOf(["digests"], DIGESTS),
    ...PROOF_TABLES,
    ...RETENTION_TABLES,
    table("dk_personal_data_record_text")
      .of(by("written_by", "user"))
      .column("written_by", WRITER)
      .contextOf(["id", "created_at"], "when a version was written")
      .freeOf(["controller_id", "security"], "the store's own words about its security"),
  ],
})
