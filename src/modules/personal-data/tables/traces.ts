import { table, where } from "../domain/table-map"
import type { ColumnRule, TableMap } from "../domain/table-map"
import { ABOUT, LINK, SHOP, internal, observed } from "./rules"

/**
 * The words of a message's data that may be ids, once as they stand and once as Medusa writes ids, which may be glued
 * to something. Looking each id up among them is quick; looking for each id in each message would take ids × messages.
 */
const wordsOf = (alias: string): string =>
  `(SELECT regexp_split_to_table(${alias}.data::text, '[^A-Za-z0-9_-]+') UNION ALL SELECT (regexp_matches(${alias}.data::text, '[a-z]+_[0-9A-Z]{26}', 'g'))[1]) AS w(word)`

/** Sent to the person's address, but about an order or cart that may be somebody else's. */
const ABOUT_A_STRANGER = `(coalesce(t.resource_id = ANY(:uncertain), false) OR cardinality(:uncertain) > 0 AND EXISTS (SELECT 1 FROM ${wordsOf("t")} WHERE w.word = ANY(:uncertain)))`

/** Sent to the address of one of the orders, about that order. The person's own addresses are found without it. */
const ABOUT_AN_ORDER = `t.id = ANY(ARRAY(SELECT n.id FROM notification AS n CROSS JOIN LATERAL ${wordsOf("n")} JOIN "order" AS o ON o.id = w.word AND lower(o.email) = lower(n."to") WHERE lower(n."to") IN (SELECT lower(email) FROM "order" WHERE id = ANY(:order)) AND (cardinality(:uncertain) > 0 OR NOT lower(n."to") = ANY(:email)) AND w.word = ANY(:order)))`

const NOTIFICATIONS = where(
  `(lower(t."to") = ANY(:email) AND NOT ${ABOUT_A_STRANGER}) OR ${ABOUT_AN_ORDER} OR t.receiver_id = ANY(:customer) OR t.resource_id = ANY(:customer) OR t.resource_id = ANY(:order) OR t.resource_id = ANY(:cart) OR t.resource_id = ANY(:fulfillment) OR t.resource_id = ANY(:payment)`
)

const FINISHED = `t.state IN ('done', 'failed', 'reverted')`

/** A mark as a whole JSON string, so that an e-mail is not found inside a longer one. */
const IN_CONTEXT = `EXISTS (SELECT 1 FROM unnest(:customer || :order || :cart || :email) AS mark WHERE position(to_jsonb(mark)::text IN lower(t.context::text)) > 0 OR position(to_jsonb(mark)::text IN t.context::text) > 0)`

/** Checkpoints of checkouts; those of a checkout that still runs are left to it, as is all other running work. */
const WORKFLOW_COPIES = where(
  `(((${FINISHED} OR t.updated_at < now() - interval '1 hour') AND (t.transaction_id = ANY(:cart) OR t.context->'data'->'payload'->>'id' = ANY(:cart))) OR (${FINISHED} AND t.workflow_id <> 'complete-cart' AND ${IN_CONTEXT})) AND NOT EXISTS (SELECT 1 FROM unnest(:uncertain) AS u(id) WHERE position(u.id IN t.context::text) > 0)`
)

/** Repeats what the cart and the order hold, among the store's own workings; so it is erased and not exported. */
const CHECKPOINT: ColumnRule = { ...internal("technical", "empty_object"), secret: true }

/** Budgets by e-mail or customer count uses under the plain value. */
const BUDGET_USES = where(
  `lower(t.attribute_value) = ANY(:email) OR t.attribute_value = ANY(:customer)`
)

/** Copies that other work leaves behind: messages, workflow checkpoints, budget uses. */
export const TRACES_TABLES: readonly TableMap[] = [
  table("notification")
    .of(NOTIFICATIONS)
    // May hold the links with live codes that were sent.
    .column("data", { ...observed("sent_message", "null"), secret: true })
    .column("to", observed("sent_message", "placeholder_email"))
    .columnsOf(["resource_id", "receiver_id", "idempotency_key"], observed("sent_message", "null"))
    .columnsOf(["external_id", "from", "provider_data"], internal("sent_message"))
    .contextOf(["id", "channel", "template", "created_at"], ABOUT)
    .freeOf(["original_notification_id"], LINK)
    .freeOf(["trigger_type", "resource_type", "provider_id", "status"], SHOP)
    .removed(),
  table("workflow_execution")
    .of(WORKFLOW_COPIES)
    .column("transaction_id", internal("technical"))
    .column("context", CHECKPOINT)
    .contextOf(["id", "workflow_id", "created_at"], ABOUT)
    .freeOf(["run_id"], LINK)
    .freeOf(["execution", "state"], SHOP)
    .removed(),
  table("promotion_campaign_budget_usage")
    .of(BUDGET_USES)
    .column("attribute_value", observed("order_note", "placeholder_email"))
    .contextOf(["id", "used"], ABOUT)
    .freeOf(["budget_id", "raw_used"], SHOP)
    .removed(),
]
