import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { apartInMap } from "../../domain/live-rows"
import type { ScanKind } from "../../domain/scan/values"
import { bindKeys } from "../../domain/statements"
import type { Schema } from "../../domain/statements"
import { emptyKeys } from "../../domain/table-map"
import type { TableMap } from "../../domain/table-map"
import { mappedTables } from "../../registry"
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

/** Findings when all has been read. */
export const clearUp = <Finding extends { erasure_id: string; kind: ScanKind; state: ScanState }>(
  findings: readonly Finding[]
): Finding[] => {
  const shared = new Set(
    findings
      .filter(({ kind, state }) => kind === "phone" && state === "others")
      .map(({ erasure_id: id }) => id)
  )
  return findings.map((finding) =>
    finding.state === "unclear"
      ? { ...finding, state: shared.has(finding.erasure_id) ? "others" : "found" }
      : finding
  )
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

/** The ids of rows that the erasure left on purpose; all others of those asked are `found`. */
export const leftRows = async (
  connection: Knex,
  schema: Schema,
  { table, open }: { table: string; open: readonly OpenRows[] }
): Promise<Set<string>> => {
  const map = mappedTables(schema).find((one) => one.table === table)
  const stays = new Set<string>()
  if (!map) return stays
  const add = (erasure: ScannedErasure, ids: readonly string[]) => {
    for (const id of ids) stays.add(`${erasure.id} ${id}`)
  }
  for (const { erasure, column, ids } of open) {
    const staff = OF_STAFF[table]
    if (staff !== undefined) {
      const rows = await selectRows<{ id: string }>(connection, staff, [[...ids]])
      add(
        erasure,
        rows.map(({ id }) => id)
      )
    }
    if (erasure.has_left && isLookedUp(map, column)) add(erasure, ids)
    if (erasure.staying.length > 0) {
      add(erasure, await rowsThatStay(connection, map, erasure, ids))
    }
  }
  return stays
}
