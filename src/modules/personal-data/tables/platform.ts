import { freeTable, table, where } from "../domain/table-map"
import type { TableMap } from "../domain/table-map"
import { ABOUT, MACHINERY, internal } from "./rules"

/** The platform's own books. */
export const PLATFORM_TABLES: readonly TableMap[] = [
  freeTable("link_module_migrations", MACHINERY, ["table_name", "link_descriptor"]),
  freeTable("mikro_orm_migrations", MACHINERY, ["name"]),
  freeTable("index_metadata", MACHINERY, ["id", "entity", "fields", "fields_hash", "status"]),
  freeTable("index_sync", MACHINERY, ["id", "entity", "last_key"]),
  freeTable("property_label", MACHINERY, ["id", "entity", "property", "label", "description"]),
  freeTable("search_index", MACHINERY, ["id", "name"]),
  freeTable("search_index_version", MACHINERY, [
    "id",
    "provider",
    "physical_name",
    "definition_hash",
    "status",
    "search_index_id",
  ]),
  freeTable("search_postgres_index", MACHINERY, ["name", "table_name", "schema_hash", "plan"]),
  freeTable("script_migrations", MACHINERY, ["script_name"]),
  // What is being worked on; a lock that nobody released stays for ever.
  table("locking")
    .of(
      where(
        "t.expiration < now() AND t.id = ANY(:customer || :email || :order || :cart || :payment_session)"
      )
    )
    .columnsOf(["id", "owner_id"], { ...internal("technical"), secret: true })
    .contextOf(["expiration"], ABOUT)
    .removed(),
]
