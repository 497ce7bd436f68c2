import type { Category, TableMap } from "../table-map"
import { TABLE_WORDS } from "./table-words"
import type { Locale } from "./words"

/** `billing_address` as a reader's word, where nobody wrote a better one. */
const plainWord = (name: string): string => {
  const words = name.replace(/_/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a table is called on the readable page. */
export const tableLabel = (table: string, locale: Locale): string =>
  TABLE_WORDS[table]?.[locale] ?? plainWord(table.replace(/^dk_/, ""))

/** Rows of the table are documents: the page shows what stands in them, with amounts in their currency. */
export const isDocument = (table: string): boolean => TABLE_WORDS[table]?.isDocument === true

/** The category a table's rows stand under: its first column's, or one given for tables that only show facts. */
export const tableCategory = (map: TableMap): Category =>
  TABLE_WORDS[map.table]?.category ?? Object.values(map.columns)[0]?.category ?? "technical"
