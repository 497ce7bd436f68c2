import type { Knex } from "../../../../shared/postgres"
import type { BoundStatement } from "./bind"
import type { ExportContents } from "./contents"
import { readPages } from "./rows"

/** A JSON array of a statement's rows; Postgres made them JSON already, so they pass through as text. */
async function* jsonRows(
  transaction: Knex.Transaction,
  statement: BoundStatement
): AsyncGenerator<string> {
  let separator = "["
  for await (const page of readPages(transaction, statement)) {
    yield separator + page.join(",")
    separator = ","
  }
  yield separator === "[" ? "[]" : "]"
}

async function* jsonSections({ transaction, sections }: ExportContents): AsyncGenerator<string> {
  yield `,"sections":{`
  for (const [index, { name, title, statement }] of sections.entries()) {
    const head = `${JSON.stringify(name)}:{"title":${JSON.stringify(title)},"rows":`
    yield (index === 0 ? "" : ",") + head
    yield* jsonRows(transaction, statement)
    yield "}"
  }
  yield "}"
}

/** The whole export as one JSON document (see the schema), piece by piece. */
export async function* jsonDocument(contents: ExportContents): AsyncGenerator<string> {
  const { transaction, head, access, tables } = contents
  yield JSON.stringify({ ...head, ...access }).slice(0, -1)
  if (access) yield* jsonSections(contents)
  yield `,"data":{`
  for (const [index, { name, rows, statement }] of tables.entries()) {
    yield `${index === 0 ? "" : ","}${JSON.stringify(name)}:`
    if (rows === 0) yield "[]"
    else yield* jsonRows(transaction, statement)
  }
  yield "}}\n"
}
