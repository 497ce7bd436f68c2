import { by, table } from "../domain/table-map"
import type { ColumnRule, TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, PART_OF, SHOP, given, internal, observed } from "./rules"

/** Name and address of the invoice's buyer stay on orders that have no invoice of their own (momsbekendtgørelsen § 58). */
const INVOICE_PARTY: ColumnRule = {
  ...given("address"),
  retention: "bookkeeping",
  erase: {
    when: "NOT (t.id = ANY(:kept_address) OR t.id = ANY(:company_address))",
    then: "null",
  },
}

/** Where a company bought, its contact is no part of the invoice; `address_2` often says for whose attention. */
const INVOICE_CONTACT: ColumnRule = {
  ...INVOICE_PARTY,
  erase: { when: "NOT t.id = ANY(:kept_address) OR t.id = ANY(:company_address)", then: "null" },
}

/** An account that goes on with a new contact keeps its orders. */
const OWNER: ColumnRule = observed("order_contact", {
  when: "NOT coalesce(t.customer_id = ANY(:kept_customer), false)",
  then: "null",
})

/** Goods are named by hand on some orders; without an invoice of its own the order must still say what was sold. */
const WRITTEN_BY_HAND =
  "t.variant_id IS NULL AND NOT EXISTS (SELECT 1 FROM order_item AS i WHERE i.item_id = t.id AND i.order_id = ANY(:kept_order))"
const WRITTEN_TITLE = given("order_note", { when: WRITTEN_BY_HAND, then: "empty_text" })
const WRITTEN_SUBTITLE = given("order_note", { when: WRITTEN_BY_HAND, then: "null" })

/** Orders: amounts, goods and VAT stay; who bought goes. */
export const ORDERS_TABLES: readonly TableMap[] = [
  table("order")
    .of(by("id", "order"))
    .column("customer_id", OWNER)
    .column("locale", observed("order_contact", "null"))
    // A subscriber that mails an order without an address would fail; to this one nothing is ever sent.
    .column(
      "email",
      given("order_contact", { when: "t.email IS NOT NULL", then: "placeholder_email" })
    )
    .column("metadata", META)
    .contextOf(["id", "status", "currency_code", "display_id", "created_at"], ABOUT)
    .freeOf(["shipping_address_id", "billing_address_id", "custom_display_id"], LINK)
    .freeOf(["region_id", "sales_channel_id"], SHOP),
  table("order_address")
    .of(by("id", "order_address"))
    .column("customer_id", observed("address", "null"))
    .columnsOf(
      ["company", "address_1", "city", "country_code", "province", "postal_code"],
      INVOICE_PARTY
    )
    .columnsOf(["first_name", "last_name", "address_2"], INVOICE_CONTACT)
    .column("phone", given("address"))
    .column("metadata", META)
    .contextOf(["id"], ABOUT),
  table("order_line_item")
    .of(by("id", "order_line_item"))
    .column("title", WRITTEN_TITLE)
    .column("subtitle", WRITTEN_SUBTITLE)
    .column("metadata", META)
    .contextOf(["id", "product_title", "variant_title", "unit_price"], ABOUT)
    .freeOf(["totals_id"], LINK)
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
  table("order_line_item_tax_line")
    .of(by("item_id", "order_line_item"))
    .columnsOf(["metadata", "data"], META)
    .contextOf(["id", "rate"], ABOUT)
    .freeOf(["item_id"], LINK)
    .freeOf(["description", "tax_rate_id", "code", "raw_rate", "provider_id"], SHOP),
  table("order_line_item_adjustment")
    .of(by("item_id", "order_line_item"))
    .contextOf(["id", "code", "amount"], ABOUT)
    .contextOf(["item_id"], PART_OF)
    .freeOf(["description", "promotion_id", "raw_amount", "provider_id"], SHOP),
  table("order_item")
    .of(by("order_id", "order"))
    .column("metadata", META)
    .contextOf(["id", "quantity"], ABOUT)
    .contextOf(["order_id", "item_id"], PART_OF)
    .freeOf(
      [
        "raw_quantity",
        "raw_fulfilled_quantity",
        "raw_shipped_quantity",
        "raw_return_requested_quantity",
        "raw_return_received_quantity",
        "raw_return_dismissed_quantity",
        "raw_written_off_quantity",
        "raw_delivered_quantity",
        "raw_unit_price",
        "raw_compare_at_unit_price",
      ],
      SHOP
    ),
  table("order_shipping")
    .of(by("order_id", "order"))
    .contextOf(["id"], ABOUT)
    .contextOf(["order_id", "shipping_method_id"], PART_OF)
    .freeOf(["return_id", "claim_id", "exchange_id"], LINK),
  table("order_shipping_method")
    .of(by("id", "order_shipping_method"))
    .column("data", given("delivery"))
    .column("metadata", META)
    .contextOf(["id", "name", "amount"], ABOUT)
    .freeOf(["description", "raw_amount", "shipping_option_id"], SHOP),
  table("order_shipping_method_tax_line")
    .of(by("shipping_method_id", "order_shipping_method"))
    .columnsOf(["metadata", "data"], META)
    .contextOf(["id"], ABOUT)
    .freeOf(["shipping_method_id"], LINK)
    .freeOf(["description", "tax_rate_id", "code", "raw_rate", "provider_id"], SHOP),
  table("order_shipping_method_adjustment")
    .of(by("shipping_method_id", "order_shipping_method"))
    .contextOf(["id", "code"], ABOUT)
    .freeOf(["shipping_method_id"], LINK)
    .freeOf(["description", "promotion_id", "raw_amount", "provider_id"], SHOP),
  table("order_credit_line")
    .of(by("order_id", "order"))
    .columnsOf(["reference", "reference_id"], internal("payment"))
    .column("metadata", META)
    .contextOf(["id", "amount"], ABOUT)
    .contextOf(["order_id"], PART_OF)
    .freeOf(["raw_amount"], SHOP),
  table("order_transaction")
    .of(by("order_id", "order"))
    .contextOf(["id", "currency_code", "reference", "amount", "created_at"], ABOUT)
    .contextOf(["order_id"], PART_OF)
    .freeOf(["reference_id", "return_id", "claim_id", "exchange_id"], LINK)
    .freeOf(["raw_amount"], SHOP),
  table("order_summary")
    .of(by("order_id", "order"))
    .contextOf(["id"], ABOUT)
    .freeOf(["order_id"], LINK)
    .freeOf(["totals"], SHOP),
]
