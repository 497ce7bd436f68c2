import type { TableMap } from "./table-map"
import type { Schema } from "./statements"

type Count = { category: string; rows: number }
type Waiting = { id: string; display_id: number | null; reason: string }

/** How far the proof reaches: what was read back, by which map. */
export type Reach = {
  tables: number
  columns: number
  /** SHA-256 of the map, so that a later map is told from this one. */
  map_digest: string
}

/** The proof that is stored: no names, no addresses, no e-mail, and nothing that staff typed. */
export type CertificateBody = {
  erased: Count[]
  kept_documents: { number: string; keep_through: string | null; law: string }[]
  kept_orders: { display_id: number; keep_through: string; law: string; reason: string }[]
  waiting: Waiting[]
  overridden: Waiting[]
  uncertain_orders: number
  /** Orders of a company, which stay the company's. Proofs from before it was counted lack it. */
  company_orders?: number
  evidence: Count[]
  left: Count[]
  not_covered: { table: string; column: string }[]
  /** Null in proofs from before it was measured. */
  reach: Reach | null
}

/** Tables and columns of this database in which the map can find a person and that erasure changes. */
export const countReach = (
  maps: readonly TableMap[],
  schema: Schema
): Pick<Reach, "tables" | "columns"> => {
  const columns = maps.map((map) => {
    const present = schema.get(map.table)
    if (!present) return 0
    return Object.entries(map.columns).filter(
      ([name, { erase }]) => present.has(name) && (map.rowsRemoved || erase !== "keep")
    ).length
  })
  return {
    tables: columns.filter((count) => count > 0).length,
    columns: columns.reduce((sum, count) => sum + count, 0),
  }
}
