import { by, freeTable, table } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { LINK, MADE_BY_STAFF, SHOP, STAFF_TRACE } from "./rules"

const SETTING = "how the shop sells, ships and is paid; set up by staff and about nobody"
const PREMISES = "where the shop keeps its goods: addresses of the business"

/** Settings of the shop. */
export const STORE_TABLES: readonly TableMap[] = [
  freeTable("currency", SETTING, ["code", "symbol", "symbol_native", "raw_rounding", "name"]),
  freeTable("locale", SETTING, ["id", "code", "name"]),
  freeTable("region", SETTING, ["id", "name", "currency_code", "metadata"]),
  freeTable("region_country", SETTING, [
    "iso_2",
    "iso_3",
    "num_code",
    "name",
    "display_name",
    "region_id",
    "metadata",
  ]),
  freeTable("sales_channel", SETTING, ["id", "name", "description", "metadata"]),
  freeTable("store", SETTING, [
    "id",
    "name",
    "default_sales_channel_id",
    "default_region_id",
    "default_location_id",
    "metadata",
  ]),
  freeTable("store_currency", SETTING, ["id", "currency_code", "store_id"]),
  freeTable("store_locale", SETTING, ["id", "locale_code", "store_id"]),
  freeTable("refund_reason", SETTING, ["id", "label", "description", "metadata", "code"]),
  freeTable("return_reason", SETTING, [
    "id",
    "value",
    "label",
    "description",
    "metadata",
    "parent_return_reason_id",
  ]),
  freeTable("fulfillment_provider", SETTING, ["id"]),
  freeTable("fulfillment_set", SETTING, ["id", "name", "type", "metadata"]),
  freeTable("geo_zone", SETTING, [
    "id",
    "type",
    "country_code",
    "province_code",
    "city",
    "service_zone_id",
    "postal_expression",
    "metadata",
  ]),
  freeTable("notification_provider", SETTING, ["id", "handle", "name", "channels"]),
  freeTable("payment_provider", SETTING, ["id"]),
  freeTable("service_zone", SETTING, ["id", "name", "metadata", "fulfillment_set_id"]),
  freeTable("shipping_option", SETTING, [
    "id",
    "name",
    "price_type",
    "service_zone_id",
    "shipping_profile_id",
    "provider_id",
    "data",
    "metadata",
    "shipping_option_type_id",
  ]),
  freeTable("shipping_option_rule", SETTING, [
    "id",
    "attribute",
    "operator",
    "value",
    "shipping_option_id",
  ]),
  freeTable("shipping_option_type", SETTING, ["id", "label", "description", "code"]),
  freeTable("shipping_profile", SETTING, ["id", "name", "type", "metadata"]),
  freeTable("tax_provider", SETTING, ["id"]),
  freeTable("location_fulfillment_provider", LINK, [
    "stock_location_id",
    "fulfillment_provider_id",
    "id",
  ]),
  freeTable("location_fulfillment_set", LINK, ["stock_location_id", "fulfillment_set_id", "id"]),
  freeTable("publishable_api_key_sales_channel", LINK, [
    "publishable_key_id",
    "sales_channel_id",
    "id",
  ]),
  freeTable("region_payment_provider", LINK, ["region_id", "payment_provider_id", "id"]),
  freeTable("sales_channel_stock_location", LINK, ["sales_channel_id", "stock_location_id", "id"]),
  freeTable("shipping_option_price_set", LINK, ["shipping_option_id", "price_set_id", "id"]),
  freeTable("stock_location", PREMISES, ["id", "name", "address_id", "metadata"]),
  freeTable("stock_location_address", PREMISES, [
    "id",
    "address_1",
    "address_2",
    "company",
    "city",
    "country_code",
    "phone",
    "province",
    "postal_code",
    "metadata",
  ]),
  table("tax_region")
    .of(by("created_by", "user"))
    .column("created_by", STAFF_TRACE)
    .contextOf(["id"], MADE_BY_STAFF)
    .freeOf(["parent_id"], LINK)
    .freeOf(["provider_id", "country_code", "province_code", "metadata"], SHOP),
  table("tax_rate")
    .of(by("created_by", "user"))
    .column("created_by", STAFF_TRACE)
    .contextOf(["id"], MADE_BY_STAFF)
    .freeOf(["tax_region_id"], LINK)
    .freeOf(["code", "name", "metadata"], SHOP),
  table("tax_rate_rule")
    .of(by("created_by", "user"))
    .column("created_by", STAFF_TRACE)
    .contextOf(["id"], MADE_BY_STAFF)
    .freeOf(["tax_rate_id", "reference_id"], LINK)
    .freeOf(["reference", "metadata"], SHOP),
]
