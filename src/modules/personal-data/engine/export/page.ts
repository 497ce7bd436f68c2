import { pageEnd, pageHead, rowsBlock } from "../../domain/export/page/page"
import type { ExportContents } from "./contents"
import { readPages } from "./rows"

const CURRENCY = /"currency_code":"([a-z]{3})"/g

/** The readable page: `index.html` of an archive. It needs no network and no other file. */
export async function* readablePage(contents: ExportContents): AsyncGenerator<string> {
  const { transaction, locale, head, access, tables, sections } = contents
  const { controller, profile, created_at: createdAt } = head
  const currencies = new Set<string>()
  yield pageHead({ locale, profile, createdAt, shop: controller, tables, access, sections })
  for (const { name, rows, statement } of tables) {
    if (rows === 0) continue
    for await (const page of readPages(transaction, statement)) {
      for (const row of page) {
        for (const [, currency = ""] of row.matchAll(CURRENCY)) currencies.add(currency)
      }
      yield rowsBlock(name, page)
    }
  }
  for (const { name, statement } of sections) {
    for await (const page of readPages(transaction, statement)) {
      yield rowsBlock(`section-${name}`, page)
    }
  }
  const [only = null, ...others] = currencies
  yield pageEnd(locale, others.length === 0 ? only : null)
}
