import { by, table } from "../domain/table-map"
import type { ColumnRule, TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, PART_OF, SHOP, actor, internal, observed } from "./rules"

const AT_PROVIDER = "the provider's own number of the payment: refunds and bookkeeping need it"

/** A provider needs its own ids to refund; every other key may come from the storefront or name the payer. */
const PROVIDER_DATA: ColumnRule = {
  ...observed("payment", "empty_object"),
  paths: {
    id: { keep: AT_PROVIDER },
    payment_id: { keep: AT_PROVIDER },
    session_id: { keep: AT_PROVIDER },
    account: { keep: "which of the shop's accounts was paid to" },
    client_secret: { secret: true },
    token: { secret: true },
  },
}

/** Payments: amounts and the provider's ids stay. */
export const PAYMENTS_TABLES: readonly TableMap[] = [
  table("payment_collection")
    .of(by("id", "payment_collection"))
    .column("metadata", META)
    .contextOf(["id", "currency_code", "status", "amount"], ABOUT)
    .freeOf(
      ["raw_amount", "raw_authorized_amount", "raw_captured_amount", "raw_refunded_amount"],
      SHOP
    ),
  table("payment_session")
    .of(by("payment_collection_id", "payment_collection"))
    .column("data", PROVIDER_DATA)
    .column("context", observed("payment", "empty_object"))
    .column("metadata", META)
    .contextOf(["id", "provider_id", "status", "amount", "currency_code", "created_at"], ABOUT)
    .contextOf(["payment_collection_id"], PART_OF)
    .freeOf(["raw_amount"], SHOP),
  table("payment")
    .of(by("id", "payment"))
    .column("data", PROVIDER_DATA)
    .column("metadata", META)
    .contextOf(["id", "provider_id", "amount", "currency_code", "captured_at"], ABOUT)
    .contextOf(["payment_collection_id"], PART_OF)
    .freeOf(["payment_session_id"], LINK)
    .freeOf(["raw_amount"], SHOP),
  table("capture")
    .of(by("payment_id", "payment"))
    .column("created_by", actor("created_by"))
    .column("metadata", META)
    .contextOf(["id", "amount", "created_at"], ABOUT)
    .contextOf(["payment_id"], PART_OF)
    .freeOf(["raw_amount"], SHOP),
  table("refund")
    .of(by("payment_id", "payment"))
    .column("created_by", actor("created_by"))
    .column("metadata", META)
    .column("note", internal("order_note"))
    .contextOf(["id", "amount", "created_at"], ABOUT)
    .contextOf(["payment_id"], PART_OF)
    .freeOf(["raw_amount", "refund_reason_id"], SHOP),
]
