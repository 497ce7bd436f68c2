import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { apartInMap } from "../../domain/live-rows"
import type { ScanKind } from "../../domain/scan/values"
import { bindKeys } from "../../domain/statements"
import type { Schema } from "../../domain/statements"
import { emptyKeys } from "../../domain/table-map"
import type { TableMap } from "../../domain/table-map"
import { selectIds } from "../find-person"
import { without } from "../resolve"

/** What a value is doing where it was found; only `found` speaks against the proof. */
export type ScanState =
  /** Nobody expected it there. */
  | "found"
  /** A law keeps it, or it proves something. */
  | "kept"
  /** The erasure left it: an order that waits, or that staff has to look at. */
  | "left"
  /** Somebody else's, who lives in the same street or has the same name or phone. */
  | "others"
  /** A phone number that is found, unless somebody else has it too: known when all has been read. */
  | "unclear"

/** One erasure that is looked for. */
export type ScannedErasure = {
  id: string
  /** Rows made later are somebody's who came back. */
  started_at: Date | null
  /**
   * When it ran last, and what was under way then is over. Until then others may have written down what still waited, in
   * places that the erasure does not reach.
   */
  ran_until: Date | null
  /** Orders and carts that wait, are kept, or are left to staff. */
  staying: string[]
  /** Some rows of the same address were left to staff, or wait. */
  has_left: boolean
}

/** A login that is staff's too stays theirs when the customer is erased. */
const OF_STAFF: Readonly<Record<string, string>> = {
  provider_identity: `SELECT p.id FROM provider_identity p JOIN auth_identity a ON a.id = p.auth_identity_id
    WHERE a.app_metadata->>'user_id' IS NOT NULL AND p.id = ANY(?)`,
}

type ColumnState = "unclassified" | "free" | "kept" | "erased"

/** The map's word on a column. */
export const columnState = (map: TableMap | undefined, column: string): ColumnState => {
  if (!map) return "unclassified"
  if (Object.hasOwn(map.context, column) || Object.hasOwn(map.free, column)) return "free"
  const rule = map.columns[column]
  if (!rule) return "unclassified"
  if (map.rowsRemoved) return "erased"
  // Who works here is not erased by a customer's request.
  return rule.erase === "keep" || rule.category === "staff" ? "kept" : "erased"
}

/** What is clear of a value without its row; null when the row has to be asked. */
export const stateOfColumn = (
  map: TableMap | undefined,
  column: string,
  kind: ScanKind
): ScanState | null => {
  switch (columnState(map, column)) {
    case "unclassified":
    case "free":
      return "found"
    case "kept":
      return "kept"
    case "erased":
      // The person's own rows were read back and are empty.
      return kind === "street" || kind === "name" ? "others" : null
  }
}

/** Families share a phone: in a column of phone numbers it is that row's own, the person's rows being empty. */
export const stateOfOpen = (kind: ScanKind, column: string): ScanState => {
  if (kind !== "phone") return "found"
  return column.includes("phone") ? "others" : "unclear"
}

type Clearable = {
  erasure_id: string
  kind: ScanKind
  state: ScanState
  /** Which phone numbers, as keyed digests, until all has been read. */
  numbers?: string[] | undefined
}

/** Findings when all has been read; which numbers they were of is forgotten. */
export const clearUp = <Finding extends Clearable>(findings: readonly Finding[]): Finding[] => {
  const keyOf = (id: string, number: string) => `${id} ${number}`
  const shared = new Set(
    findings
      .filter(({ kind, state }) => kind === "phone" && state === "others")
      .flatMap(({ erasure_id: id, numbers = [] }) => numbers.map((number) => keyOf(id, number)))
  )
  const isShared = ({ erasure_id: id, numbers = [] }: Finding) =>
    numbers.length > 0 && numbers.every((number) => shared.has(keyOf(id, number)))
  return findings.map((finding) => ({
    ...finding,
    ...(finding.state === "unclear" && { state: isShared(finding) ? "others" : "found" }),
    numbers: undefined,
  }))
}

/** Where the map finds people by the e-mail in this very column. */
const isLookedUp = ({ table, subject }: TableMap, column: string): boolean =>
  (column === "email" && ["customer", "order", "cart"].includes(table)) ||
  [`lower(t.${column}) = ANY(:email)`, `lower(t."${column}") = ANY(:email)`].some((condition) =>
    subject.includes(condition)
  )

/** Rows of one erasure in one column that have to be asked. */
export type OpenRows = { erasure: ScannedErasure; column: string; ids: readonly string[] }

/** Finds which rows hang on orders and carts that an erasure left. */
const rowsThatStay = async (
  connection: Knex,
  map: TableMap,
  { staying }: ScannedErasure,
  ids: readonly string[]
): Promise<string[]> => {
  const bought = await selectIds(
    connection,
    "SELECT cart_id AS id FROM order_cart WHERE order_id = ANY(?)",
    staying
  )
  const own = { ...emptyKeys(), order: staying, cart: [...staying, ...bought] }
  const keys = await without(connection, own, [])
  const { sql, bindings } = bindKeys(
    `SELECT t.id::text AS id FROM "${map.table}" AS t WHERE (${apartInMap(map.table, map.subject)})`,
    keys
  )
  const rows = await selectRows<{ id: string }>(connection, `${sql} AND t.id::text = ANY(?)`, [
    ...bindings,
    [...ids],
  ])
  return rows.map(({ id }) => id)
}

/** Tables whose rows others repeat under the same id, without saying when they were made. */
const REPEATED = ["customer", "order", "cart", "order_address", "cart_address", "customer_address"]

const LATER = `SELECT id FROM (${REPEATED.map((table) => `SELECT id, created_at FROM "${table}" WHERE id = ANY(:ids)`).join(" UNION ALL ")}) r
  WHERE r.created_at > :began`

/** Copies, such as those to search in, of rows that were made after the erasure began. */
const copiesOfLater = async (
  connection: Knex,
  { started_at: began }: ScannedErasure,
  ids: readonly string[]
): Promise<string[]> => {
  if (began === null) return []
  const rows = await selectRows<{ id: string }>(connection, LATER, { ids: [...ids], began })
  return rows.map(({ id }) => id)
}

const ofStaff = async (connection: Knex, table: string, ids: readonly string[]) => {
  const statement = OF_STAFF[table]
  return statement === undefined ? [] : selectIds(connection, statement, ids)
}

/** Why rows may hold a value, by erasure and id; none of the others may. */
export type Explained = { left: ReadonlySet<string>; later: ReadonlySet<string> }

export const explainedKey = (erasure: ScannedErasure, id: string): string => `${erasure.id} ${id}`

/** Finds rows that the erasure left on purpose, and copies of what somebody made who came back. */
export const explainRows = async (
  connection: Knex,
  schema: Schema,
  { table, map, open }: { table: string; map: TableMap | undefined; open: readonly OpenRows[] }
): Promise<Explained> => {
  const left = new Set<string>()
  const later = new Set<string>()
  for (const { erasure, column, ids } of map ? open : []) {
    const add = (set: Set<string>, found: readonly string[]) => {
      for (const id of found) set.add(explainedKey(erasure, id))
    }
    if (schema.get(table)?.has("created_at") !== true) {
      add(later, await copiesOfLater(connection, erasure, ids))
    }
    add(left, await ofStaff(connection, table, ids))
    if (!map) continue
    if (erasure.has_left && isLookedUp(map, column)) add(left, ids)
    if (erasure.staying.length > 0) add(left, await rowsThatStay(connection, map, erasure, ids))
  }
  return { left, later }
}
