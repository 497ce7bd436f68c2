import { by, registerPersonalData, table, where } from "../personal-data"
import type { ColumnRule } from "../personal-data"

const FOUND: ColumnRule = {
  category: "technical",
  purpose: "accountability",
  origin: "derived",
  basis: "legal_obligation",
  retention: "short",
  erase: "null",
}

/** Of people who work here: told to them by the employer, never by a customer's export. */
const CHECKED: ColumnRule = {
  category: "staff",
  purpose: "administration",
  origin: "internal",
  basis: "legitimate_interest",
  retention: "short",
  erase: "null",
  secret: true,
}

const ROWS_OF_PERSON = [
  ...["customer", "cart", "order", "cart_address", "orphan_address", "order_address"],
  ...["payment_session", "payment", "cart_line_item", "order_line_item", "fulfillment"],
  ...["fulfillment_address", "return", "claim", "claim_item", "exchange", "user"],
]

registerPersonalData({
  retention: [
    {
      name: "access_log",
      sql: `SELECT ((e.read_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '12 months')::date AS due_on, count(*) AS count
              FROM dk_access_event e GROUP BY 1`,
      tables: ["dk_access_event"],
    },
  ],
  tables: [
    table("dk_access_role")
      .of(by("user_id", "user"), by("given_by", "user"))
      .columnsOf(["user_id", "given_by"], {
        category: "staff",
        purpose: "administration",
        origin: "internal",
        basis: "legitimate_interest",
        retention: "evidence",
        erase: "keep",
        portable: false,
      })
      .contextOf(["id", "role", "created_at"], "which role staff was given, and when")
      .freeOf(["controller_id"], "the shop's own data"),
    table("dk_access_event")
      .of(
        where(
          "t.subject_ids && (:customer || :order || :cart || :return || :claim || :exchange || :payment || :gift_card || :store_credit_account)"
        ),
        by("actor_id", "user")
      )
      .columnsOf(["subject_ids"], {
        category: "evidence",
        purpose: "accountability",
        origin: "observed",
        basis: "legal_obligation",
        retention: "evidence",
        erase: "keep",
        portable: false,
        secret: true,
      })
      .column("actor_id", {
        category: "staff",
        purpose: "administration",
        origin: "observed",
        basis: "legitimate_interest",
        retention: "evidence",
        erase: "keep",
        portable: false,
        secret: true,
      })
      .contextOf(
        ["id", "role", "route", "purpose", "read_at"],
        "that staff read the person's data: when, in which role and why, never who"
      )
      .freeOf(["controller_id", "actor_type", "count"], "the shop's own data"),
    // The row stays with the order that a law keeps, whose address goes on being masked; it holds ids only.
    table("dk_access_protection")
      .of(by("customer_id", "customer"), by("cart_id", "cart"), by("order_id", "order"))
      .contextOf(
        ["id", "customer_id", "cart_id", "order_id", "source", "declared_at", "lifted_at"],
        "that the person's address is not shown to staff, and since when"
      )
      .freeOf(["lifted_source"], "who said that the address may be shown again")
      .freeOf(["declared_by", "lifted_by"], "ids of staff users"),
    // The next scan finds again what was not erased.
    table("dk_access_finding")
      .of(where(`t.row_id = ANY(${ROWS_OF_PERSON.map((key) => `:${key}`).join(" || ")})`))
      .columnsOf(["masked", "path"], FOUND)
      .contextOf(
        ["id", "table_name", "column_name", "row_id", "kind", "found_at"],
        "where something stands that is not to be stored"
      )
      .freeOf(["state"], "what became of it")
      .freeOf(["digest"], "a keyed digest of a text that holds no such number")
      .freeOf(["changed_by"], "ids of staff users")
      .removed(),
    table("dk_access_scan")
      .of()
      .freeOf(["id", "table_name", "after_id"], "how far the scan of old data has come"),
    table("dk_access_input_count")
      .of()
      .freeOf(["id", "day", "outcome"], "how often something was refused or masked, per day"),
    // Only when Medusa has deleted the user: who works here is not erased by a customer's request.
    table("dk_access_staff_check")
      .of(
        where(
          `t.user_id = ANY(:user) AND t.user_id IN (SELECT u.id FROM "user" AS u WHERE u.deleted_at IS NOT NULL)`
        )
      )
      .columnsOf(
        ["user_id", "employee_reference", "kind", "reason", "seen_on", "next_due", "left_on"],
        CHECKED
      )
      .freeOf(["id"], "a random id")
      .freeOf(["seen_by"], "ids of staff users")
      .removed(),
    table("dk_access_heartbeat").of().freeOf(["id"], "the shop's own data"),
  ],
})
