import { by, registerPersonalData, table } from "../personal-data"

/** Companies and authorities stay on their orders; a sole trader or an unknown form is a person. */
const IS_PERSON = `t.type = 'private' OR (t.type = 'business' AND coalesce(t.company_form, 'sole_trader') = 'sole_trader')`

const company = {
  category: "company",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: { when: IS_PERSON, then: "null" },
} as const

registerPersonalData({
  tables: [
    table("dk_buyer")
      .of(by("customer_id", "customer"), by("cart_id", "cart"), by("order_id", "order"))
      .columnsOf(
        [
          "cvr",
          "vat_id",
          "registration_no",
          "ean",
          "company_name",
          "order_reference",
          "accounting_reference",
        ],
        company
      )
      .column("person_reference", { ...company, erase: "null" })
      .contextOf(["id", "customer_id", "cart_id", "order_id", "type"], "what the row is about")
      .freeOf(["country", "company_form", "register_status"], "says nothing about who it is"),
    table("dk_buyer_place")
      .of(by("customer_id", "customer"))
      .columnsOf(["ean", "company_name", "accounting_reference"], { ...company, erase: "keep" })
      .contextOf(["id", "customer_id"], "what the row is about")
      .removed(),
    table("dk_buyer_finding")
      .of(by("order_id", "order"))
      .contextOf(["id", "order_id", "field", "code"], "which rule an order breaks, not a value"),
    table("dk_buyer_lookup_limit")
      .of()
      .freeOf(["client"], "a keyed digest that lives for five minutes"),
  ],
})
