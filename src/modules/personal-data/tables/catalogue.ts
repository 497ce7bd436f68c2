import { freeTable, table, where } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { LINK, SHOP, internal } from "./rules"

const GOODS =
  "describes goods; its metadata is the shop's own fact about them, nobody else writes it"
const PRICES = "what goods cost and where; written by the shop alone"
const TRANSLATED = "texts of goods, regions and options in other languages"

/** A price may be meant for one customer, by id or e-mail; without its value it must be meant for nobody. */
const FOR_THE_PERSON = where("t.value = ANY(:customer) OR lower(t.value) = ANY(:email)")
const AMONG_THE_VALUES =
  "jsonb_typeof(t.value) = 'array' AND (jsonb_exists_any(t.value, :customer) OR jsonb_exists_any(lower(t.value::text)::jsonb, :email))"
const OTHERS_ONLY = `CASE WHEN jsonb_typeof(t.value) = 'array' THEN (SELECT coalesce(jsonb_agg(CASE WHEN v #>> '{}' = ANY(:customer) OR lower(v #>> '{}') = ANY(:email) THEN to_jsonb('erased'::text) ELSE v END), '[]'::jsonb) FROM jsonb_array_elements(t.value) AS v) ELSE t.value END`

/** Goods, their prices and stock. */
export const CATALOGUE_TABLES: readonly TableMap[] = [
  freeTable("image", GOODS, ["id", "url", "metadata", "product_id"]),
  freeTable("product", GOODS, [
    "id",
    "title",
    "handle",
    "subtitle",
    "description",
    "status",
    "thumbnail",
    "origin_country",
    "hs_code",
    "mid_code",
    "material",
    "collection_id",
    "type_id",
    "external_id",
    "metadata",
  ]),
  freeTable("product_category", GOODS, [
    "id",
    "name",
    "description",
    "handle",
    "mpath",
    "parent_category_id",
    "metadata",
    "external_id",
  ]),
  freeTable("product_collection", GOODS, ["id", "title", "handle", "metadata", "external_id"]),
  freeTable("product_option", GOODS, ["id", "title", "metadata"]),
  freeTable("product_option_value", GOODS, ["id", "value", "option_id", "metadata"]),
  freeTable("product_tag", GOODS, ["id", "value", "metadata", "external_id"]),
  freeTable("product_type", GOODS, ["id", "value", "metadata", "external_id"]),
  freeTable("product_variant", GOODS, [
    "id",
    "title",
    "sku",
    "barcode",
    "ean",
    "upc",
    "hs_code",
    "origin_country",
    "mid_code",
    "material",
    "metadata",
    "product_id",
    "thumbnail",
  ]),
  freeTable("inventory_item", GOODS, [
    "id",
    "sku",
    "origin_country",
    "hs_code",
    "mid_code",
    "material",
    "description",
    "title",
    "thumbnail",
    "metadata",
    "unit_of_measure",
  ]),
  freeTable("inventory_level", GOODS, [
    "id",
    "inventory_item_id",
    "location_id",
    "metadata",
    "raw_stocked_quantity",
    "raw_reserved_quantity",
    "raw_incoming_quantity",
  ]),
  freeTable("product_category_product", LINK, ["product_id", "product_category_id"]),
  freeTable("product_product_option", LINK, ["id", "product_id", "product_option_id"]),
  freeTable("product_product_option_value", LINK, [
    "id",
    "product_product_option_id",
    "product_option_value_id",
  ]),
  freeTable("product_sales_channel", LINK, ["product_id", "sales_channel_id", "id"]),
  freeTable("product_shipping_profile", LINK, ["product_id", "shipping_profile_id", "id"]),
  freeTable("product_tags", LINK, ["product_id", "product_tag_id"]),
  freeTable("product_variant_inventory_item", LINK, ["variant_id", "inventory_item_id", "id"]),
  freeTable("product_variant_option", LINK, ["variant_id", "option_value_id"]),
  freeTable("product_variant_price_set", LINK, ["variant_id", "price_set_id", "id"]),
  freeTable("product_variant_product_image", LINK, ["id", "variant_id", "image_id"]),
  freeTable("price", PRICES, [
    "id",
    "title",
    "price_set_id",
    "currency_code",
    "raw_amount",
    "price_list_id",
    "raw_min_quantity",
    "raw_max_quantity",
  ]),
  freeTable("price_list", PRICES, ["id", "status", "title", "description", "type", "metadata"]),
  freeTable("price_preference", PRICES, ["id", "attribute", "value"]),
  freeTable("price_set", LINK, ["id"]),
  freeTable("translation", TRANSLATED, [
    "id",
    "reference_id",
    "reference",
    "locale_code",
    "translations",
  ]),
  freeTable("translation_settings", TRANSLATED, ["id", "entity_type", "fields"]),
  table("price_rule")
    .of(FOR_THE_PERSON)
    .column("value", internal("account", "placeholder_email"))
    .contextOf(["id", "attribute"], "tells the person what the row is about")
    .freeOf(["price_id"], LINK)
    .freeOf(["operator"], SHOP),
  table("price_list_rule")
    .of(where(AMONG_THE_VALUES))
    // Names other customers beside the person.
    .column("value", { ...internal("account", { sql: OTHERS_ONLY }), secret: true })
    .contextOf(["id", "attribute"], "tells the person what the row is about")
    .freeOf(["price_list_id"], LINK),
]
