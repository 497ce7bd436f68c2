import { freeTable, table, where } from "../domain/table-map"
import type { ColumnRule, TableMap } from "../domain/table-map"
import { ABOUT, LINK, MACHINERY, internal, observed } from "./rules"

/** A document has the id of the row it repeats; those of goods are nobody's. */
const OF_THE_PERSON = where(
  "t.id = ANY(:customer || :order || :cart || :order_address || :cart_address || :payment_collection || :payment || :fulfillment || :return || :store_credit_account || :gift_card) OR t.id IN (SELECT a.id FROM customer_address AS a WHERE a.customer_id = ANY(:customer))"
)

const DOCUMENT: ColumnRule = observed("technical", "null")
/** The words of the document once more, made to be searched. */
const WORDS: ColumnRule = { ...internal("technical"), secret: true }

/** Texts in which a failed or partial run may have named the person. */
const MENTIONED = `EXISTS (SELECT 1 FROM unnest(:email || :customer || :order) AS mark WHERE position(lower(mark) IN lower(concat_ws(' ', t.filters::text, t.error))) > 0)`

/** Copies for searching. Their tables are made at run time, one for each index that a store defines. */
export const COPIES_TABLES: readonly TableMap[] = [
  table("search_pg_*")
    .of(OF_THE_PERSON)
    .column("document", DOCUMENT)
    .columnsOf(["indexed", "search_vector", "search_text"], WORDS)
    .contextOf(["id"], ABOUT)
    .removed(),
  table("cat_*")
    .of(OF_THE_PERSON)
    .column("data", DOCUMENT)
    .column("document_tsv", WORDS)
    .contextOf(["id", "name"], ABOUT)
    .removed(),
  freeTable("cat_pivot_*", LINK, ["pivot", "parent_id", "parent_name", "child_id", "child_name"]),
  freeTable("index_data", "whole of the tables `cat_…`, which hold its rows", [
    "id",
    "name",
    "data",
    "document_tsv",
  ]),
  freeTable("index_relation", "whole of the tables `cat_pivot_…`, which hold its rows", [
    "pivot",
    "parent_id",
    "parent_name",
    "child_id",
    "child_name",
  ]),
  table("search_index_sync")
    .of(where(MENTIONED))
    .columnsOf(["filters", "error"], WORDS)
    .contextOf(["id", "created_at"], ABOUT)
    .freeOf(["search_index_version_id"], LINK)
    .freeOf(["job_id", "status", "last_key"], MACHINERY),
]
