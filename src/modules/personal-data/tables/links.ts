import { table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { LINK } from "./rules"

/** Pairs of ids that resolving follows; with both ends erased they say nothing about anybody. */
export const LINKS_TABLES: readonly TableMap[] = [
  table("order_cart").of().freeOf(["order_id", "cart_id", "id"], LINK),
  table("cart_payment_collection").of().freeOf(["cart_id", "payment_collection_id", "id"], LINK),
  table("order_payment_collection").of().freeOf(["order_id", "payment_collection_id", "id"], LINK),
  table("order_fulfillment").of().freeOf(["order_id", "fulfillment_id", "id"], LINK),
  table("return_fulfillment").of().freeOf(["return_id", "fulfillment_id", "id"], LINK),
  table("cart_promotion").of().freeOf(["cart_id", "promotion_id", "id"], LINK),
  table("order_promotion").of().freeOf(["order_id", "promotion_id", "id"], LINK),
  table("payment_collection_payment_providers")
    .of()
    .freeOf(["payment_collection_id", "payment_provider_id"], LINK),
]
