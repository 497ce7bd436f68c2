import { unexpected } from "../../shared/errors"
import type { TableMap } from "./domain/table-map"

/** Which orders have a document of their own, so that the order itself needs no name and address. */
export type Coverage = {
  name: string
  /** SELECT of `order_id` for those of `:order` that are covered. */
  sql: string
}

/** Documents that a law keeps after erasure. */
export type KeptDocuments = {
  name: string
  /** SELECT of `order_id, number, keep_through, law` (text; last day as `YYYY-MM-DD` or NULL) for `:order`. */
  sql: string
}

/** Orders whose data is still needed for a while, beside unpaid, unshipped and returning ones. */
export type OrderBlock = {
  name: string
  /** SELECT of `order_id, reason` for `:order`; the reason is a lower-case word such as `invoice_missing`. */
  sql: string
}

/** What a domain, another plugin or the host tells about its personal data. */
export type PersonalDataRegistration = {
  tables: readonly TableMap[]
  coverage?: Coverage
  keptDocuments?: KeptDocuments
  blocks?: OrderBlock
}

type Registry = {
  tables: Map<string, TableMap>
  coverage: Map<string, Coverage>
  keptDocuments: Map<string, KeptDocuments>
  blocks: Map<string, OrderBlock>
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
 * proof and drift check. Registering the same again changes nothing; differently it throws.
 */
export const registerPersonalData = (registration: PersonalDataRegistration): void => {
  const { tables, coverage, keptDocuments, blocks } = registration
  const known = registry()
  for (const map of tables) put(known.tables, map.table, map)
  if (coverage) put(known.coverage, coverage.name, coverage)
  if (keptDocuments) put(known.keptDocuments, keptDocuments.name, keptDocuments)
  if (blocks) put(known.blocks, blocks.name, blocks)
}

/** All that is registered, in the order of registration. */
export const registeredTables = (): TableMap[] => [...registry().tables.values()]
export const registeredCoverage = (): Coverage[] => [...registry().coverage.values()]
export const registeredDocuments = (): KeptDocuments[] => [...registry().keptDocuments.values()]
export const registeredBlocks = (): OrderBlock[] => [...registry().blocks.values()]
