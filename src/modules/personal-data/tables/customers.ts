import { by, table, where } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, LINK, META, actor, given, internal, observed } from "./rules"

/** A shop names groups after a customer; a group with others in it keeps its name. */
const OWN_GROUP =
  "NOT EXISTS (SELECT 1 FROM customer_group_customer AS o WHERE o.customer_group_id = t.id AND o.deleted_at IS NULL AND NOT o.customer_id = ANY(:customer))"

/** Of an account that goes on with a new contact. */
const GOES_ON = (column: string): string => `coalesce(t.${column} = ANY(:kept_customer), false)`

/** A company's own addresses stay with its account; hand-over empties their contact. */
const BOOK = where(
  `t.customer_id = ANY(:customer) AND NOT (${GOES_ON("customer_id")} AND coalesce(btrim(t.company), '') <> '')`
)

/** Accounts, address books and their accounts at payment providers. */
export const CUSTOMERS_TABLES: readonly TableMap[] = [
  table("customer_group")
    .of(
      where(
        "t.id IN (SELECT m.customer_group_id FROM customer_group_customer AS m WHERE m.customer_id = ANY(:customer))"
      )
    )
    .column("name", internal("account", { when: OWN_GROUP, then: { sql: "'erased+' || t.id" } }))
    .column("metadata", internal("account", { when: OWN_GROUP, then: "null" }))
    .column("created_by", actor("created_by"))
    .contextOf(["id"], ABOUT),
  table("customer_group_customer")
    .of(where(`t.customer_id = ANY(:customer) AND NOT ${GOES_ON("customer_id")}`))
    .column("metadata", META)
    .column("created_by", actor("created_by"))
    .contextOf(["id", "customer_group_id"], ABOUT)
    .freeOf(["customer_id"], LINK)
    .removed(),
  table("customer_account_holder")
    .of(by("customer_id", "customer"))
    .contextOf(["id"], ABOUT)
    .freeOf(["customer_id", "account_holder_id"], LINK)
    .removed(),
  table("account_holder")
    .of(by("id", "account_holder"))
    .column("external_id", observed("payment", "null"))
    .column("email", given("payment"))
    .column("data", observed("payment", "empty_object"))
    .column("metadata", META)
    .contextOf(["id", "provider_id"], ABOUT)
    .removed(),
  table("customer_address")
    .of(BOOK)
    .columnsOf(
      [
        "address_name",
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
    .contextOf(["id"], ABOUT)
    .freeOf(["customer_id"], LINK)
    .removed(),
  table("customer")
    .of(by("id", "customer"))
    .column("company_name", given("account", { when: `NOT ${GOES_ON("id")}`, then: "null" }))
    .columnsOf(["first_name", "last_name", "email", "phone"], given("account"))
    .column("metadata", META)
    .column("created_by", actor("created_by"))
    .contextOf(["id", "has_account", "created_at"], ABOUT)
    .alsoSet({
      has_account: `t.has_account AND ${GOES_ON("id")}`,
      deleted_at: `CASE WHEN ${GOES_ON("id")} THEN t.deleted_at ELSE coalesce(t.deleted_at, now()) END`,
    }),
]
