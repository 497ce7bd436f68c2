import type { Category } from "../table-map"
import type { FoundRule } from "./found"
import { inOrderOf, purposesIn } from "./information"
import type { Information } from "./information"
import { tableLabel } from "./labels"
import { CATEGORY_WORDS, RETENTION_WORDS } from "./words"
import type { Locale } from "./words"

/** The person's rows of one table, and what the map says of what they hold. */
export type HeldTable = {
  name: string
  category: Category
  rows: number
  rules: readonly FoundRule[]
}

/** What is held, by kind of data: how much, what for with what allows it, and how long, in words of one language. */
export type Summary = {
  categories: {
    category: Category
    title: string
    rows: number
    parts: { title: string; rows: number }[]
    purposes: Information["purposes"]
    kept: string[]
  }[]
}

/** Builds the summary; categories without rows are left out. */
export const summaryOf = (tables: readonly HeldTable[], locale: Locale): Summary => {
  const held = tables.filter(({ rows }) => rows > 0)
  const categories = inOrderOf(
    CATEGORY_WORDS,
    held.map(({ category }) => category)
  )
  return {
    categories: categories.map((category) => {
      const own = held.filter((table) => table.category === category)
      const rules = own.flatMap((table) => table.rules)
      const retentions = rules.map(({ retention }) => retention)
      return {
        category,
        title: CATEGORY_WORDS[category][locale],
        rows: own.reduce((sum, { rows }) => sum + rows, 0),
        parts: own.map(({ name, rows }) => ({ title: tableLabel(name, locale), rows })),
        purposes: purposesIn({ rules, locale }),
        kept: inOrderOf(RETENTION_WORDS, retentions).map((word) => RETENTION_WORDS[word][locale]),
      }
    }),
  }
}
