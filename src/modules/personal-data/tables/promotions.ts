import { freeTable, table, where } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, LINK, internal } from "./rules"

const OFFER =
  "what the shop offers to everybody who meets its rules; the rules' values are another table"

/** Promotions and campaigns; who used a budget is told by `promotion_campaign_budget_usage`. */
export const PROMOTIONS_TABLES: readonly TableMap[] = [
  freeTable("promotion", OFFER, ["id", "code", "campaign_id", "type", "status", "metadata"]),
  freeTable("promotion_application_method", OFFER, [
    "id",
    "raw_value",
    "type",
    "target_type",
    "allocation",
    "promotion_id",
    "currency_code",
  ]),
  freeTable("promotion_campaign", OFFER, ["id", "name", "description", "campaign_identifier"]),
  freeTable("promotion_campaign_budget", OFFER, [
    "id",
    "type",
    "campaign_id",
    "raw_limit",
    "raw_used",
    "currency_code",
    "attribute",
  ]),
  freeTable("promotion_rule", OFFER, ["id", "description", "attribute", "operator"]),
  freeTable("application_method_buy_rules", LINK, ["application_method_id", "promotion_rule_id"]),
  freeTable("application_method_target_rules", LINK, [
    "application_method_id",
    "promotion_rule_id",
  ]),
  freeTable("promotion_promotion_rule", LINK, ["promotion_id", "promotion_rule_id"]),
  // A promotion may be meant for one customer, by id or e-mail; afterwards it is meant for nobody.
  table("promotion_rule_value")
    .of(where("t.value = ANY(:customer) OR lower(t.value) = ANY(:email)"))
    .column("value", internal("account", "placeholder_email"))
    .contextOf(["id"], ABOUT)
    .freeOf(["promotion_rule_id"], LINK),
]
