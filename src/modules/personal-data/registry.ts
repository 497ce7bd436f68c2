import { unexpected } from "../../shared/errors"
import type { PathRule, TableMap } from "./domain/table-map"
import type {
  Coverage,
  ExportSection,
  KeptDocuments,
  OrderBlock,
  PersonalDataRegistration,
  Recipient,
  Veto,
} from "./registration"

type Registry = {
  tables: Map<string, TableMap>
  coverage: Map<string, Coverage>
  keptDocuments: Map<string, KeptDocuments>
  blocks: Map<string, OrderBlock>
  vetoes: Map<string, Veto>
  /** By `table.column.path`. */
  keys: Map<string, PathRule>
  sections: Map<string, ExportSection>
  recipients: Map<string, Recipient>
}

// One registry per process, even when the package is loaded twice (its entries are separate files).
const KEY = Symbol.for("medusa-plugin-denmark.personal-data")
const holder: { [KEY]?: Registry | undefined } = globalThis as object

const registry = (): Registry =>
  (holder[KEY] ??= {
    tables: new Map(),
    coverage: new Map(),
    keptDocuments: new Map(),
    blocks: new Map(),
    vetoes: new Map(),
    keys: new Map(),
    sections: new Map(),
    recipients: new Map(),
  })

const put = <Value>(map: Map<string, Value>, name: string, value: Value): void => {
  const present = map.get(name)
  if (present !== undefined && JSON.stringify(present) !== JSON.stringify(value)) {
    throw unexpected(`Personal data of "${name}" is registered twice, differently`)
  }
  map.set(name, value)
}

/**
 * Adds tables to the map of personal data; from then on they are part of export, preview, erasure,
 * proof, record and drift check. Registering the same again changes nothing; differently it throws.
 */
export const registerPersonalData = (registration: PersonalDataRegistration): void => {
  const { coverage, keptDocuments, blocks, veto } = registration
  const known = registry()
  for (const map of registration.tables ?? []) put(known.tables, map.table, map)
  if (coverage) put(known.coverage, coverage.name, coverage)
  if (keptDocuments) put(known.keptDocuments, keptDocuments.name, keptDocuments)
  if (blocks) put(known.blocks, blocks.name, blocks)
  if (veto) put(known.vetoes, veto.name, veto)
  for (const { table, column, paths } of registration.keys ?? []) {
    for (const [path, rule] of Object.entries(paths)) {
      put(known.keys, `${table}.${column}.${path}`, rule)
    }
  }
  for (const section of registration.sections ?? []) put(known.sections, section.name, section)
  for (const recipient of registration.recipients ?? []) {
    put(known.recipients, recipient.name, recipient)
  }
}

/** All that is registered, in the order of registration. */
export const registeredTables = (): TableMap[] => [...registry().tables.values()]
export const registeredCoverage = (): Coverage[] => [...registry().coverage.values()]
export const registeredDocuments = (): KeptDocuments[] => [...registry().keptDocuments.values()]
export const registeredBlocks = (): OrderBlock[] => [...registry().blocks.values()]
export const registeredVetoes = (): Veto[] => [...registry().vetoes.values()]
export const registeredSections = (): ExportSection[] => [...registry().sections.values()]
export const registeredRecipients = (): Recipient[] => [...registry().recipients.values()]
/** Path rules that others declared for a column, beside those of its own rule. */
export const registeredKeys = (): ReadonlyMap<string, PathRule> => registry().keys
