import { isSold } from "../domain/sold-cart"
import { by, table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import {
  ABOUT,
  CUSTOM_SUBTITLE,
  CUSTOM_TITLE,
  LINK,
  META,
  PART_OF,
  SHOP,
  given,
  internal,
  observed,
} from "./rules"

/** A subscriber that mails a cart without an address would fail; to this one nothing is ever sent. */
const MAIL = given("cart", { when: "t.email IS NOT NULL", then: "placeholder_email" })
/** A cart whose money is reserved becomes an order of the account, also of one that goes on with a new contact. */
const OWNER = observed("cart", {
  when: "NOT coalesce(t.customer_id = ANY(:kept_customer), false)",
  then: "null",
})

/** Carts, completed ones too: they keep their own copy of all that was typed. */
export const CARTS_TABLES: readonly TableMap[] = [
  table("cart")
    .of(by("id", "cart"))
    .column("customer_id", OWNER)
    .column("locale", observed("cart", "null"))
    .column("email", MAIL)
    .column("metadata", META)
    .contextOf(["id", "currency_code", "created_at", "completed_at"], ABOUT)
    .freeOf(["shipping_address_id", "billing_address_id"], LINK)
    .freeOf(["region_id", "sales_channel_id"], SHOP)
    // A cart without its buyer must not become an order.
    .alsoSet({
      deleted_at: `CASE WHEN t.completed_at IS NULL AND NOT ${isSold("t.id")} THEN coalesce(t.deleted_at, now()) ELSE t.deleted_at END`,
    }),
  table("cart_address")
    .of(by("id", "cart_address"), by("id", "orphan_address"))
    .column("customer_id", observed("address", "null"))
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
  table("cart_line_item")
    .of(by("cart_id", "cart"))
    .column("title", CUSTOM_TITLE)
    .column("subtitle", CUSTOM_SUBTITLE)
    .column("metadata", META)
    .contextOf(["id", "product_title", "variant_title", "quantity", "unit_price"], ABOUT)
    .contextOf(["cart_id"], PART_OF)
    .freeOf(
      [
        "thumbnail",
        "variant_id",
        "product_id",
        "product_description",
        "product_subtitle",
        "product_type",
        "product_collection",
        "product_handle",
        "variant_sku",
        "variant_barcode",
        "variant_option_values",
        "raw_compare_at_unit_price",
        "raw_unit_price",
        "product_type_id",
      ],
      SHOP
    ),
  table("cart_line_item_tax_line")
    .of(by("item_id", "cart_line_item"))
    .columnsOf(["metadata", "data"], META)
    .contextOf(["id"], ABOUT)
    .freeOf(["item_id"], LINK)
    .freeOf(["description", "tax_rate_id", "code", "provider_id"], SHOP),
  table("cart_line_item_adjustment")
    .of(by("item_id", "cart_line_item"))
    .column("metadata", META)
    .contextOf(["id", "code"], ABOUT)
    .freeOf(["item_id"], LINK)
    .freeOf(["description", "promotion_id", "raw_amount", "provider_id"], SHOP),
  table("cart_shipping_method")
    .of(by("cart_id", "cart"))
    .column("data", given("delivery"))
    .column("metadata", META)
    .contextOf(["id", "name", "amount"], ABOUT)
    .contextOf(["cart_id"], PART_OF)
    .freeOf(["description", "raw_amount", "shipping_option_id"], SHOP),
  table("cart_shipping_method_tax_line")
    .of(by("shipping_method_id", "cart_shipping_method"))
    .columnsOf(["metadata", "data"], META)
    .contextOf(["id"], ABOUT)
    .freeOf(["shipping_method_id"], LINK)
    .freeOf(["description", "tax_rate_id", "code", "provider_id"], SHOP),
  table("cart_shipping_method_adjustment")
    .of(by("shipping_method_id", "cart_shipping_method"))
    .column("metadata", META)
    .contextOf(["id", "code"], ABOUT)
    .freeOf(["shipping_method_id"], LINK)
    .freeOf(["description", "promotion_id", "raw_amount", "provider_id"], SHOP),
  table("credit_line")
    .of(by("cart_id", "cart"))
    .columnsOf(["reference", "reference_id"], internal("payment"))
    .column("metadata", META)
    .contextOf(["id", "amount"], ABOUT)
    .contextOf(["cart_id"], PART_OF)
    .freeOf(["raw_amount"], SHOP),
]
