/** A column of the database that nobody has classified. */
export type FoundColumn = { table: string; column: string; type: string }

const PERSONAL = `/** decide: what these columns are about, why the store has them, how long, and what erasure leaves. */
const PERSONAL: ColumnRule = {
  category: "order_note",
  purpose: "service",
  origin: "provided",
  basis: "contract",
  retention: "erasure",
  erase: "null",
}`

/** Columns that usually say whose a row is, and how it is found by them. */
const OWNERS: Readonly<Record<string, string>> = {
  customer_id: `by("customer_id", "customer")`,
  order_id: `by("order_id", "order")`,
  cart_id: `by("cart_id", "cart")`,
  payment_id: `by("payment_id", "payment")`,
  fulfillment_id: `by("fulfillment_id", "fulfillment")`,
  return_id: `by("return_id", "return")`,
  user_id: `by("user_id", "user")`,
  email: `where("lower(t.email) = ANY(:email)")`,
}

const HARMLESS = /^(raw_.*|status|type|state|kind|handle|.*currency_code|.*locale.*|.*_?provider)$/u

/** A reason for a column that looks free of personal data; null for one that does not. */
const guessReason = ({ column, type }: FoundColumn): string | null => {
  if (column === "id" || column.endsWith("_id"))
    return "joins rows of the store; says nothing by itself"
  if (HARMLESS.test(column)) return "the shop's own fact about goods, prices or processing"
  // What is neither text, JSON, a list nor made for searching is one of a few fixed words.
  const isOpen = /^(text|character|json|tsvector|bytea|citext)|\[\]$/u.test(type)
  return isOpen ? null : "one of a few fixed words"
}

const asText = (text: string): string => JSON.stringify(text)

const describeColumn = (found: FoundColumn): string => {
  const reason = guessReason(found)
  return reason === null
    ? `// decide: ${found.type}, taken for personal`
    : `// decide: ${found.type}, taken for free of personal data`
}

const inKnownTable = (table: string, columns: readonly FoundColumn[]): string => {
  const lines = (wanted: boolean) =>
    columns
      .filter((found) => (guessReason(found) === null) === wanted)
      .map((found) => {
        const value = wanted ? "PERSONAL" : asText(guessReason(found) ?? "")
        return `        ${describeColumn(found)}\n        ${asText(found.column)}: ${value},`
      })
  const part = (name: string, wanted: boolean) => {
    const found = lines(wanted)
    return found.length === 0 ? [] : [`      ${name}: {`, ...found, "      },"]
  }
  return [
    "    {",
    `      table: ${asText(table)},`,
    ...part("personal", true),
    ...part("free", false),
    "    },",
  ].join("\n")
}

const inNewTable = (table: string, columns: readonly FoundColumn[]): string => {
  const owners = columns.flatMap(({ column }) => OWNERS[column] ?? [])
  const calls = columns.map((found) => {
    const reason = guessReason(found)
    const call =
      reason === null
        ? `.column(${asText(found.column)}, PERSONAL)`
        : `.freeOf([${asText(found.column)}], ${asText(reason)})`
    return `      ${describeColumn(found)}\n      ${call}`
  })
  const whose =
    owners.length === 0
      ? "    // decide: how a row is found to be a person's; as it stands nobody is found in this table"
      : "    // decide: whether these are all the ways in which a row is a person's"
  return [
    whose,
    `    table(${asText(table)})`,
    `      .of(${owners.join(", ")})`,
    `${calls.join("\n")},`,
  ].join("\n")
}

const byTable = (columns: readonly FoundColumn[]): Map<string, FoundColumn[]> => {
  const tables = new Map<string, FoundColumn[]>()
  for (const found of columns) tables.set(found.table, [...(tables.get(found.table) ?? []), found])
  return tables
}

const list = (name: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`  ${name}: [`, ...entries, "  ],"]

/**
 * Declarations of columns as a TypeScript file: a guess for each by its name and type, with a comment at everything that
 * a person has to decide. It compiles as it is.
 *
 * @param known tables that are in the map already: their new columns are added to it
 */
export const declarationsOf = (
  columns: readonly FoundColumn[],
  known: ReadonlySet<string>
): string => {
  const tables = [...byTable(columns)]
  const added = tables.filter(([table]) => known.has(table)).map((entry) => inKnownTable(...entry))
  const made = tables.filter(([table]) => !known.has(table)).map((entry) => inNewTable(...entry))
  const body = [...list("columns", added), ...list("tables", made)].join("\n")
  const isUsed = (name: string, text: string): string[] => (text.includes(`${name}(`) ? [name] : [])
  const names = [
    ...isUsed("by", body),
    "registerPersonalData",
    ...isUsed("table", body),
    ...isUsed("where", body),
  ]
  const needsRule = body.includes("PERSONAL")
  return [
    `import { ${names.join(", ")} } from "medusa-plugin-denmark/personal-data"`,
    ...(needsRule
      ? [`import type { ColumnRule } from "medusa-plugin-denmark/personal-data"`, "", PERSONAL]
      : []),
    "",
    "registerPersonalData({",
    body,
    "})",
    "",
  ].join("\n")
}
