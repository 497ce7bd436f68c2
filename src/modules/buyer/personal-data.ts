import { by, registerPersonalData, table, where } from "../personal-data"

/** Companies and authorities stay on their orders; a sole trader or an unknown form is a person. */
const IS_PERSON = `t.type = 'private' OR (t.type = 'business' AND coalesce(t.company_form, 'sole_trader') = 'sole_trader')`

/** An order that no document stands for says who bought, until its day (momsbekendtgørelsen § 58). */
const IS_KEPT = `coalesce(t.order_id = ANY(:kept_order), false)
  OR EXISTS (SELECT 1 FROM order_cart AS l WHERE l.cart_id = t.cart_id AND l.order_id = ANY(:kept_order))`

const company = {
  category: "company",
  purpose: "sale",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: { when: IS_PERSON, then: "null" },
} as const

const billed = {
  ...company,
  erase: { when: `(${IS_PERSON}) AND NOT (${IS_KEPT})`, then: "null" },
} as const

/** What is a company's stays with an account that goes on with a new contact. */
const OF_LEAVING_ACCOUNT = where(
  "t.customer_id = ANY(:customer) AND NOT coalesce(t.customer_id = ANY(:kept_customer), false)"
)

/** An order without a buyer of its own has its cart's. */
const COMPANIES = `
  SELECT b.id FROM (
    SELECT t.order_id AS id, t.type, t.company_form FROM dk_buyer t WHERE t.order_id = ANY(:order) AND t.deleted_at IS NULL
    UNION ALL
    SELECT l.order_id, t.type, t.company_form FROM order_cart l JOIN dk_buyer t ON t.cart_id = l.cart_id AND t.deleted_at IS NULL
     WHERE l.order_id = ANY(:order) AND NOT EXISTS (SELECT 1 FROM dk_buyer x WHERE x.order_id = l.order_id AND x.deleted_at IS NULL)
    UNION ALL
    SELECT t.cart_id, t.type, t.company_form FROM dk_buyer t WHERE t.cart_id = ANY(:cart) AND t.deleted_at IS NULL
    UNION ALL
    SELECT t.customer_id, t.type, t.company_form FROM dk_buyer t WHERE t.customer_id = ANY(:customer) AND t.deleted_at IS NULL
  ) b WHERE b.type = 'public' OR (b.type = 'business' AND b.company_form IN ('company', 'association', 'public_body'))`

const APPROVED =
  "SELECT 1 FROM dk_buyer_credit c WHERE c.revoked_at IS NULL AND c.deleted_at IS NULL"

registerPersonalData({
  automatedDecisions: [
    {
      name: "on_account_limit",
      text: {
        da: "Køb på faktura afvises automatisk, når grænsen for kontoen er nået.",
        en: "Buying on invoice is refused automatically once the account's limit is reached.",
      },
      sql: `${APPROVED} AND c.customer_id = ANY(:customer)`,
      inUse: APPROVED,
    },
  ],
  companies: { name: "buyer", sql: COMPANIES },
  tables: [
    table("dk_buyer")
      .of(by("customer_id", "customer"), by("cart_id", "cart"), by("order_id", "order"))
      .columnsOf(["cvr", "vat_id", "registration_no", "ean", "company_name"], billed)
      .columnsOf(["order_reference", "accounting_reference"], company)
      .column("person_reference", { ...company, erase: "null" })
      .contextOf(["id", "customer_id", "cart_id", "order_id", "type"], "what the row is about")
      .freeOf(["country", "company_form", "register_status"], "says nothing about who it is"),
    table("dk_buyer_place")
      .of(OF_LEAVING_ACCOUNT)
      .columnsOf(["ean", "company_name", "accounting_reference"], { ...company, erase: "null" })
      .contextOf(["id", "customer_id"], "what the row is about")
      .removed(),
    table("dk_buyer_finding")
      .of(by("order_id", "order"))
      .contextOf(["id", "order_id", "field", "code"], "which rule an order breaks, not a value"),
    table("dk_buyer_credit")
      .of(OF_LEAVING_ACCOUNT)
      .contextOf(["id", "customer_id", "limit_amount", "terms_days"], "what the row is about")
      .freeOf(["approved_by", "revoked_by"], "the id of a staff user")
      .removed(),
    table("dk_buyer_lookup_limit")
      .of()
      .freeOf(["client"], "a keyed digest that lives for five minutes"),
  ],
})
