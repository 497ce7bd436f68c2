import type { Knex } from "../../../../shared/postgres"
import { rulesOf } from "../../domain/export/found"
import type { Findings } from "../../domain/export/found"
import { informationOf } from "../../domain/export/information"
import type { BoundStatement } from "./bind"
import type { ExportContents } from "./contents"
import { readPages } from "./rows"

/**
 * A JSON array of a statement's rows; Postgres made them JSON already, so they pass through as text. Returns how many
 * they are and the kinds of data they hold.
 */
async function* jsonRows(
  transaction: Knex.Transaction,
  statement: BoundStatement
): AsyncGenerator<string, { count: number; held: number }> {
  let count = 0
  let held = 0
  for await (const { rows, kinds } of readPages(transaction, statement)) {
    yield (count === 0 ? "[" : ",") + rows.join(",")
    count += rows.length
    held |= kinds
  }
  yield count === 0 ? "[]" : "]"
  return { count, held }
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

/**
 * The whole export as one JSON document (see the schema), piece by piece. What is said about the rows comes after them,
 * and is noted in `findings`.
 */
export async function* jsonDocument(
  contents: ExportContents,
  findings: Findings
): AsyncGenerator<string> {
  const { transaction, head, access, tables } = contents
  yield JSON.stringify({ ...head, ...access?.head }).slice(0, -1)
  if (access) yield* jsonSections(contents)
  yield `,"data":{`
  for (const [index, { name, kinds, statement }] of tables.entries()) {
    yield `${index === 0 ? "" : ","}${JSON.stringify(name)}:`
    const { count, held } = yield* jsonRows(transaction, statement)
    findings.rows.set(name, count)
    findings.rules.push(...rulesOf(kinds, held))
  }
  const isKept = (access?.head.kept_after_erasure.length ?? 0) > 0
  const found = isKept || [...findings.rows.values()].some((count) => count > 0)
  const information = access && informationOf({ ...access.about, rules: findings.rules })
  yield `},${JSON.stringify({ found, ...(information && { information }) }).slice(1)}\n`
}
