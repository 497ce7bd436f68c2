import { by, freeTable, table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, SHOP, internal, observed } from "./rules"

const LIABILITY = "what the shop owes"
/** An export is kept and sent on; it is no purse. */
const LIVE_CODE = "whoever holds the code may pay with it or claim it; never exported"

/** Gift cards and store credit: the shop's debt stays, what was written about its owner goes. */
export const LOYALTY_TABLES: readonly TableMap[] = [
  freeTable("cart_cart_loyalty_gift_card", LINK, ["cart_id", "gift_card_id", "id"]),
  freeTable("loyalty_gift_card_store_credit_store_credit_account", LINK, [
    "gift_card_id",
    "store_credit_account_id",
    "id",
  ]),
  freeTable("order_order_loyalty_gift_card", LINK, ["order_id", "gift_card_id", "id"]),
  table("loyalty_gift_card")
    .of(by("id", "gift_card"))
    .column("note", internal("order_note"))
    .column("metadata", META)
    .contextOf(["id", "status", "value", "currency_code", "expires_at"], LIABILITY)
    .freeOf(["code"], LIVE_CODE)
    .freeOf(["line_item_id", "reference_id"], LINK)
    .freeOf(["reference", "raw_value"], SHOP),
  table("store_credit_account_transaction")
    .of(by("account_id", "store_credit_account"))
    .column("note", internal("order_note"))
    .column("metadata", META)
    .contextOf(["id", "type", "amount", "created_at"], ABOUT)
    .freeOf(["account_id", "reference_id"], LINK)
    .freeOf(["reference", "raw_amount"], SHOP),
  table("store_credit_account")
    .of(by("id", "store_credit_account"))
    .column("customer_id", observed("payment", "null"))
    .column("metadata", META)
    .contextOf(["id", "currency_code", "created_at"], LIABILITY)
    .freeOf(["code"], LIVE_CODE),
]
