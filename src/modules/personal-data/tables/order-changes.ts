import { by, table, where } from "../domain/table-map"
import type { ColumnRule, TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, SHOP, actor, given, internal, observed } from "./rules"

/** Cancelled transfers leave the person's e-mail and id on orders that never became theirs. */
const TRANSFER_TRACES = where(
  `(t.reference_id = ANY(:customer) OR lower(t.details->>'original_email') = ANY(:email) OR lower(t.details->>'new_email') = ANY(:email)) AND NOT t.order_id = ANY(:uncertain)`
)

/** What the person wrote when they asked for another person's order goes with them; all else of it is that order's. */
const ASKED_FOR = where(
  `t.id = ANY(ARRAY(SELECT a.order_change_id FROM order_change_action AS a WHERE a.reference_id = ANY(:customer))) AND t.requested_by = ANY(:customer)`
)
const ON_OWN_ORDER = { when: "t.id = ANY(:order_change)", then: "null" } as const

/** The order engine replays these keys and Admin reads them; every other key of `details` may hold personal data. */
const KEPT_KEYS =
  "^(raw_.*|.*quantity|quantity_diff|.*_id|id|type|code|amount|unit_price|compare_at_unit_price|version|is_tax_inclusive|metadata_keys)$"

/** That an action `x` holds something erasure has not emptied. */
export const HOLDS_DETAILS = `EXISTS (SELECT 1 FROM jsonb_each(x.details) pair
  WHERE pair.key !~ '${KEPT_KEYS}' AND jsonb_typeof(pair.value) NOT IN ('null', 'number', 'boolean'))`

const COUNTED = "the order's lines and totals are counted by it"

/**
 * Holds transfer tokens and the other person's e-mail as they are; so it is erased and only its figures are exported.
 * Erased keys stay, empty: Admin reads them without asking whether they are there.
 */
const ACTION_DETAILS: ColumnRule = {
  secret: true,
  paths: {
    quantity: { keep: COUNTED },
    quantity_diff: { keep: COUNTED },
    unit_price: { keep: COUNTED },
    amount: { keep: COUNTED },
  },
  ...observed("address", {
    sql: `(SELECT coalesce(jsonb_object_agg(pair.key, CASE WHEN pair.key ~ '${KEPT_KEYS}' AND NOT pair.value #>> '{}' = ANY(:customer) OR jsonb_typeof(pair.value) IN ('number', 'boolean') THEN pair.value ELSE 'null'::jsonb END), CASE WHEN t.details IS NULL THEN NULL ELSE '{}'::jsonb END) FROM jsonb_each(t.details) AS pair)`,
  }),
}

const ACTION_NOTE: ColumnRule = {
  secret: true,
  ...internal("order_note", { when: "t.order_id = ANY(:order)", then: "null" }),
}

const CREDIT_REFERENCE: ColumnRule = internal("payment", {
  when: "t.action = 'CREDIT_LINE_ADD' AND t.order_id = ANY(:order)",
  then: "null",
})

const ACTION_REFERENCE: ColumnRule = internal("payment", {
  when: "t.reference_id = ANY(:customer) OR (t.action = 'CREDIT_LINE_ADD' AND t.order_id = ANY(:order))",
  then: "null",
})

/** Edits, returns, claims, exchanges and the free text staff and customers wrote on them. */
export const ORDER_CHANGES_TABLES: readonly TableMap[] = [
  table("order_change")
    .of(by("id", "order_change"), ASKED_FOR)
    .column("description", internal("order_note"))
    .column("declined_reason", internal("order_note", ON_OWN_ORDER))
    .column("internal_note", { ...internal("order_note", ON_OWN_ORDER), secret: true })
    .column("created_by", actor("created_by"))
    .column("requested_by", actor("requested_by"))
    .column("confirmed_by", actor("confirmed_by"))
    .column("declined_by", actor("declined_by"))
    .column("metadata", given("order_note", ON_OWN_ORDER))
    .column("canceled_by", actor("canceled_by"))
    .contextOf(["id", "change_type", "created_at"], ABOUT)
    .freeOf(["order_id", "return_id", "claim_id", "exchange_id"], LINK)
    .freeOf(["status"], SHOP),
  table("order_change_action")
    .of(by("order_id", "order"), TRANSFER_TRACES)
    .column("reference", CREDIT_REFERENCE)
    .column("reference_id", ACTION_REFERENCE)
    .column("details", ACTION_DETAILS)
    .column("internal_note", ACTION_NOTE)
    .contextOf(["id", "action", "created_at"], ABOUT)
    .freeOf(["order_id", "order_change_id", "return_id", "claim_id", "exchange_id"], LINK)
    .freeOf(["raw_amount"], SHOP),
  table("return")
    .of(by("id", "return"))
    .column("metadata", META)
    .column("created_by", actor("created_by"))
    .contextOf(["id", "status", "created_at"], ABOUT)
    .freeOf(["order_id", "claim_id", "exchange_id"], LINK)
    .freeOf(["raw_refund_amount", "location_id"], SHOP),
  table("return_item")
    .of(by("return_id", "return"))
    .column("note", given("order_note"))
    .column("metadata", META)
    .contextOf(["id", "quantity"], ABOUT)
    .freeOf(["return_id", "item_id"], LINK)
    .freeOf(["reason_id", "raw_quantity", "raw_received_quantity", "raw_damaged_quantity"], SHOP),
  table("order_claim")
    .of(by("id", "claim"))
    .column("metadata", META)
    .column("created_by", actor("created_by"))
    .contextOf(["id", "type", "created_at"], ABOUT)
    .freeOf(["order_id", "return_id"], LINK)
    .freeOf(["raw_refund_amount"], SHOP),
  table("order_claim_item")
    .of(by("claim_id", "claim"))
    .column("note", given("order_note"))
    .column("metadata", META)
    .contextOf(["id", "reason", "quantity"], ABOUT)
    .freeOf(["claim_id", "item_id"], LINK)
    .freeOf(["raw_quantity"], SHOP),
  table("order_claim_item_image")
    .of(by("claim_item_id", "claim_item"))
    .column("url", given("order_note", "empty_text"))
    .column("metadata", META)
    .contextOf(["id"], ABOUT)
    .freeOf(["claim_item_id"], LINK),
  table("order_exchange")
    .of(by("id", "exchange"))
    .column("metadata", META)
    .column("created_by", actor("created_by"))
    .contextOf(["id", "created_at"], ABOUT)
    .freeOf(["order_id", "return_id"], LINK)
    .freeOf(["raw_difference_due"], SHOP),
  table("order_exchange_item")
    .of(by("exchange_id", "exchange"))
    .column("note", given("order_note"))
    .column("metadata", META)
    .contextOf(["id", "quantity"], ABOUT)
    .freeOf(["exchange_id", "item_id"], LINK)
    .freeOf(["raw_quantity"], SHOP),
]
