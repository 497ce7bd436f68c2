import { by, table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, SHOP, actor, given, internal, observed } from "./rules"

/** Deliveries, labels and reservations. */
export const FULFILMENTS_TABLES: readonly TableMap[] = [
  table("fulfillment_address")
    .of(by("id", "fulfillment_address"))
    .columnsOf(
      [
        "company",
        "first_name",
        "last_name",
        "address_1",
        "address_2",
        "city",
        "country_code",
        "province",
        "postal_code",
        "phone",
      ],
      given("address")
    )
    .column("metadata", META)
    .contextOf(["id"], ABOUT),
  table("fulfillment")
    .of(by("id", "fulfillment"))
    .column("data", given("delivery"))
    .column("metadata", META)
    .column("marked_shipped_by", actor("marked_shipped_by"))
    .column("created_by", actor("created_by"))
    .contextOf(["id", "shipped_at", "delivered_at"], ABOUT)
    .freeOf(["delivery_address_id"], LINK)
    .freeOf(["location_id", "provider_id", "shipping_option_id"], SHOP),
  table("fulfillment_item")
    .of(by("fulfillment_id", "fulfillment"))
    .contextOf(["id", "title", "quantity"], ABOUT)
    .freeOf(["line_item_id", "fulfillment_id"], LINK)
    .freeOf(["sku", "barcode", "raw_quantity", "inventory_item_id"], SHOP),
  table("fulfillment_label")
    .of(by("fulfillment_id", "fulfillment"))
    .columnsOf(["tracking_number", "tracking_url", "label_url"], observed("delivery", "empty_text"))
    .contextOf(["id"], ABOUT)
    .freeOf(["fulfillment_id"], LINK),
  table("reservation_item")
    .of(by("line_item_id", "order_line_item"), by("line_item_id", "cart_line_item"))
    .column("description", internal("order_note"))
    .column("created_by", actor("created_by"))
    .column("metadata", META)
    .contextOf(["id"], ABOUT)
    .freeOf(["line_item_id", "external_id"], LINK)
    .freeOf(["location_id", "inventory_item_id", "raw_quantity"], SHOP),
]
