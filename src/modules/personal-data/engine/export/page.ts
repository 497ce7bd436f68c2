import { pageEnd, pageHead, rowsBlock } from "../../domain/export/page/page"
import type { Findings } from "../../domain/export/found"
import { informationOf } from "../../domain/export/information"
import type { ExportContents } from "./contents"
import { readPages } from "./rows"

const CURRENCY = /"currency_code":"([a-z]{3})"/g

/** The readable page: `index.html` of an archive. It needs no network and no other file. */
export async function* readablePage(
  contents: ExportContents,
  findings: Findings
): AsyncGenerator<string> {
  const { transaction, locale, head, sections } = contents
  const { controller, profile, created_at: createdAt } = head
  const currencies = new Set<string>()
  const tables = contents.tables.map((table) => ({
    ...table,
    rows: findings.rows.get(table.name) ?? 0,
  }))
  const access = contents.access && {
    ...contents.access.head,
    information: informationOf({ ...contents.access.about, rules: findings.rules }),
  }
  yield pageHead({ locale, profile, createdAt, shop: controller, tables, access, sections })
  for (const { name, statement } of tables.filter(({ rows }) => rows > 0)) {
    for await (const { rows } of readPages(transaction, statement)) {
      for (const row of rows) {
        for (const [, currency = ""] of row.matchAll(CURRENCY)) currencies.add(currency)
      }
      yield rowsBlock(name, rows)
    }
  }
  for (const { name, statement } of sections) {
    for await (const { rows } of readPages(transaction, statement)) {
      yield rowsBlock(`section-${name}`, rows)
    }
  }
  const [only = null, ...others] = currencies
  yield pageEnd(locale, others.length === 0 ? only : null)
}
