import type { AdminDataMapColumn, AdminDataMapTable } from "../../../types/http"

/** What is shown of the map: tables a search finds, all or only those with personal data. */
export type MapFilter = { search: string; kind: MapKind }
export const MAP_KINDS = ["personal", "all", "absent"] as const
export type MapKind = (typeof MAP_KINDS)[number]

export const personalColumns = ({ columns }: AdminDataMapTable): AdminDataMapColumn[] =>
  columns.filter(({ kind }) => kind === "personal")

const isOfKind = (table: AdminDataMapTable, kind: MapKind): boolean => {
  switch (kind) {
    case "personal":
      return personalColumns(table).length > 0
    case "absent":
      return !table.is_present
    case "all":
      return true
  }
}

/** The tables to show, in alphabetical order. A search looks at the names of tables and columns. */
export const filterTables = (
  tables: readonly AdminDataMapTable[],
  { search, kind }: MapFilter
): AdminDataMapTable[] => {
  const wanted = search.trim().toLowerCase()
  const has = (name: string): boolean => name.toLowerCase().includes(wanted)
  return tables
    .filter((table) => isOfKind(table, kind))
    .filter(({ table, columns }) => has(table) || columns.some(({ column }) => has(column)))
    .sort((a, b) => a.table.localeCompare(b.table))
}

/** All the map says of one purpose. */
export type PurposeGroup = {
  purpose: string
  categories: string[]
  bases: string[]
  retentions: string[]
  origins: string[]
  columns: number
  tables: { table: string; columns: string[] }[]
}

const distinct = (values: (string | null)[]): string[] => [
  ...new Set(values.flatMap((value) => value ?? [])),
]

const groupOf = (purpose: string, tables: readonly AdminDataMapTable[]): PurposeGroup => {
  const own = tables
    .map((table) => ({
      table: table.table,
      columns: personalColumns(table).filter((column) => column.purpose === purpose),
    }))
    .filter(({ columns }) => columns.length > 0)
  const columns = own.flatMap((table) => table.columns)
  return {
    purpose,
    categories: distinct(columns.map(({ category }) => category)),
    bases: distinct(columns.map(({ basis }) => basis)),
    retentions: distinct(columns.map(({ retention }) => retention)),
    origins: distinct(columns.map(({ origin }) => origin)),
    columns: columns.length,
    tables: own.map(({ table, columns: found }) => ({
      table,
      columns: found.map(({ column }) => column),
    })),
  }
}

/** The map turned round: for each purpose what is used, in the order the purposes turn up. */
export const groupByPurpose = (tables: readonly AdminDataMapTable[]): PurposeGroup[] =>
  distinct(tables.flatMap(personalColumns).map(({ purpose }) => purpose)).map((purpose) =>
    groupOf(purpose, tables)
  )
