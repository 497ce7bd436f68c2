import { isDeepStrictEqual } from "node:util"
import { unexpected } from "../../shared/errors"
import { findPathProblem, findRegistrationProblem } from "./domain/check-registration"
import type { Schema } from "./domain/statements"
import type { PathRule, TableMap } from "./domain/table-map"
import { tablesIn } from "./domain/table-names"
import type {
  AddedColumns,
  AutomatedDecision,
  Companies,
  Coverage,
  DocumentNumbers,
  ExportSection,
  JsonKeys,
  KeptDocuments,
  OrderBlock,
  PersonalDataRegistration,
  Recipient,
  RecipientRegister,
  RetentionDates,
  Veto,
} from "./registration"

type Registry = {
  tables: Map<string, TableMap>
  /** Names of tables, by the registration they came with. */
  tableGroups: string[][]
  /** By table and the names of the columns. */
  columns: Map<string, AddedColumns>
  coverage: Map<string, Coverage>
  keptDocuments: Map<string, KeptDocuments>
  documentNumbers: Map<string, DocumentNumbers>
  companies: Map<string, Companies>
  blocks: Map<string, OrderBlock>
  vetoes: Map<string, Veto>
  /** By `table.column.path`. */
  keys: Map<string, PathRule>
  sections: Map<string, ExportSection>
  recipients: Map<string, Recipient>
  registers: Map<string, RecipientRegister>
  decisions: Map<string, AutomatedDecision>
  retention: Map<string, RetentionDates>
}

// One registry per process, even when the package is loaded twice (its entries are separate files).
const KEY = Symbol.for("medusa-plugin-denmark.personal-data")
const holder: { [KEY]?: Registry | undefined } = globalThis as object

const registry = (): Registry =>
  (holder[KEY] ??= {
    tables: new Map(),
    tableGroups: [],
    columns: new Map(),
    coverage: new Map(),
    keptDocuments: new Map(),
    documentNumbers: new Map(),
    companies: new Map(),
    blocks: new Map(),
    vetoes: new Map(),
    keys: new Map(),
    sections: new Map(),
    recipients: new Map(),
    registers: new Map(),
    decisions: new Map(),
    retention: new Map(),
  })

type Entry = { conflict: string | null; put: () => void }

/**
 * One thing to register. The same again changes nothing. Functions are the same only when they are one object: two
 * vetoes of one name could be silently one.
 */
const entry = <Value>(
  map: Map<string, Value>,
  name: string,
  value: Value,
  describe: (present: Value) => string
): Entry => {
  const present = map.get(name)
  const isDifferent = present !== undefined && !isDeepStrictEqual(present, value)
  return {
    conflict: isDifferent ? `${describe(present)} is registered already, differently` : null,
    put: () => map.set(name, value),
  }
}

/** The map alone, without the functions a declaration carries. */
const plain = ({
  table,
  subject,
  rowsRemoved,
  columns,
  context,
  free,
  also,
}: TableMap): TableMap => ({ table, subject, rowsRemoved, columns, context, free, also })

const ruleOf = ({ columns, context, free, also }: TableMap, column: string): unknown[] => [
  columns[column],
  context[column],
  free[column],
  also[column],
]

/** Names a table and the first column in which two declarations of it differ. */
const describeTable =
  (value: TableMap) =>
  (present: TableMap): string => {
    const maps = [present, value]
    const declared = maps.flatMap(({ columns, context, free, also }) =>
      [columns, context, free, also].flatMap((part) => Object.keys(part))
    )
    const column = declared.find(
      (name) => !isDeepStrictEqual(ruleOf(present, name), ruleOf(value, name))
    )
    const hint =
      column === undefined ? "" : `; keys of your own in a JSON column are declared with "keys"`
    const at = column === undefined ? "" : `, column "${column}"`
    return `table "${value.table}"${at}${hint}:`
  }

/** The rule of a path that its column has already, or why it can have none. */
const findKeyConflict = (
  known: Registry,
  { table, column, paths }: JsonKeys,
  added: readonly TableMap[]
): string | null => {
  const map = known.tables.get(table) ?? added.find((one) => one.table === table)
  const at = `keys of table "${table}", column "${column}"`
  // A table that nobody declared: its owner may be loaded later, or not be installed.
  if (!map) return null
  const rule = withColumns(map).columns[column]
  if (!rule) return `${at}: the table declares no such column to be personal`
  for (const [path, pathRule] of Object.entries(paths)) {
    const problem = findPathProblem(map, rule, path, pathRule)
    if (problem !== null) return `${at}: ${problem}`
    const own = rule.paths?.[path]
    if (own && !isDeepStrictEqual(own, pathRule)) {
      return `${at}: the path "${path}" is registered already, differently`
    }
  }
  return null
}

const namesOf = ({ personal, context, free }: AddedColumns): string[] =>
  Object.keys({ ...personal, ...context, ...free })

const entriesOf = (known: Registry, registration: PersonalDataRegistration): Entry[] => {
  const { coverage, keptDocuments, blocks, veto } = registration
  const named = <Value extends { name: string }>(
    map: Map<string, Value>,
    part: string,
    values: readonly (Value | undefined)[]
  ): Entry[] =>
    values.flatMap((value) =>
      value ? [entry(map, value.name, value, () => `${part} "${value.name}"`)] : []
    )
  return [
    ...(registration.tables ?? [])
      .map(plain)
      .map((map) => entry(known.tables, map.table, map, describeTable(map))),
    ...(registration.columns ?? []).map((added) =>
      entry(
        known.columns,
        `${added.table}.${namesOf(added).join(",")}`,
        added,
        () => `columns of table "${added.table}"`
      )
    ),
    ...named(known.coverage, "coverage", [coverage]),
    ...named(known.keptDocuments, "keptDocuments", [keptDocuments]),
    ...named(known.documentNumbers, "documentNumbers", [registration.documentNumbers]),
    ...named(known.companies, "companies", [registration.companies]),
    ...named(known.blocks, "blocks", [blocks]),
    ...named(known.vetoes, "veto", [veto]),
    ...named(known.sections, "section", registration.sections ?? []),
    ...named(known.recipients, "recipient", registration.recipients ?? []),
    ...named(known.registers, "recipientRegister", [registration.recipientRegister]),
    ...named(known.decisions, "automatedDecision", registration.automatedDecisions ?? []),
    ...named(known.retention, "retention", registration.retention ?? []),
    ...(registration.keys ?? []).flatMap(({ table, column, paths }) =>
      Object.entries(paths).map(([path, rule]) =>
        entry(
          known.keys,
          `${table}.${column}.${path}`,
          rule,
          () => `keys of table "${table}", column "${column}": the path "${path}"`
        )
      )
    ),
  ]
}

/**
 * Why a registration cannot be added, naming its part, table and column: it is malformed, or says something else than
 * what is registered. Null when it can.
 */
export const findRegistrationConflict = (registration: PersonalDataRegistration): string | null => {
  const problem = findRegistrationProblem(registration)
  if (problem !== null) return problem
  const known = registry()
  const found = entriesOf(known, registration).find(({ conflict }) => conflict !== null)
  if (found) return found.conflict
  const conflicts = (registration.keys ?? []).map((keys) =>
    findKeyConflict(known, keys, registration.tables ?? [])
  )
  return conflicts.find((conflict) => conflict !== null) ?? null
}

/**
 * Adds tables to the map of personal data; from then on they are part of export, preview, erasure,
 * proof, record and drift check. Registering the same again changes nothing.
 *
 * @throws unexpected_state naming the part, table and column that is malformed or is registered already, differently
 */
export const registerPersonalData = (registration: PersonalDataRegistration): void => {
  const conflict = findRegistrationConflict(registration)
  if (conflict !== null) throw unexpected(`Personal data cannot be registered: ${conflict}`)
  const known = registry()
  const names = (registration.tables ?? []).map(({ table }) => table)
  known.tableGroups.push(names.filter((name) => !known.tables.has(name)))
  for (const { put } of entriesOf(known, registration)) put()
}

/** The store's own veto, as its options have it now. */
export const registerHostVeto = (ask: Veto["ask"]): void => {
  registry().vetoes.set("host", { name: "host", ask })
}

const pathsOf = (table: string, column: string): [string, PathRule][] => {
  const start = `${table}.${column}.`
  return [...registry().keys]
    .filter(([key]) => key.startsWith(start))
    .map(([key, rule]) => [key.slice(start.length), rule])
}

/** A map with the columns that others added to its table; what the table's own declaration says wins. */
const withColumns = (map: TableMap): TableMap =>
  [...registry().columns.values()]
    .filter(({ table }) => table === map.table)
    .reduce(
      (whole, { personal, context, free }) => ({
        ...whole,
        columns: { ...personal, ...whole.columns },
        context: { ...context, ...whole.context },
        free: { ...free, ...whole.free },
      }),
      map
    )

/** A map with the key paths that others declared for its columns; a path of the column's own rule wins. */
const withKeys = (map: TableMap): TableMap => ({
  ...map,
  columns: Object.fromEntries(
    Object.entries(map.columns).map(([name, rule]) => {
      const added = pathsOf(map.table, name)
      if (added.length === 0) return [name, rule]
      return [name, { ...rule, paths: { ...Object.fromEntries(added), ...rule.paths } }]
    })
  ),
})

/**
 * All tables, those registered last first: they hang on the ones before them and may be found through their rows,
 * so they must be erased before these are. Within a registration its own order holds. Forms such as `cat_*` are one.
 */
export const registeredTables = (): TableMap[] => {
  const { tables, tableGroups } = registry()
  return [...tableGroups].reverse().flatMap((names) =>
    names.flatMap((name) => {
      const map = tables.get(name)
      return map ? [withKeys(withColumns(map))] : []
    })
  )
}

/** The tables of a database in the order above: what statements are made of. */
export const mappedTables = (schema: Schema): TableMap[] => tablesIn(registeredTables(), schema)

/** All else that is registered, in the order of registration. */
export const registeredCoverage = (): Coverage[] => [...registry().coverage.values()]
export const registeredDocuments = (): KeptDocuments[] => [...registry().keptDocuments.values()]
export const registeredDocumentNumbers = (): DocumentNumbers[] => [
  ...registry().documentNumbers.values(),
]
export const registeredCompanies = (): Companies[] => [...registry().companies.values()]
export const registeredBlocks = (): OrderBlock[] => [...registry().blocks.values()]
export const registeredVetoes = (): Veto[] => [...registry().vetoes.values()]
export const registeredSections = (): ExportSection[] => [...registry().sections.values()]
export const registeredRecipients = (): Recipient[] => [...registry().recipients.values()]
export const registeredRegisters = (): RecipientRegister[] => [...registry().registers.values()]
export const registeredDecisions = (): AutomatedDecision[] => [...registry().decisions.values()]
export const registeredRetention = (): RetentionDates[] => [...registry().retention.values()]
