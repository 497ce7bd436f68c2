import type { AdminDataMapColumn, AdminDataMapTable } from "../../../../src/types/http"
import { WRITTEN_BY_JOBS } from "../canary"
import { idsIn } from "./diary"
import type { Canary, Diary } from "./diary"
import { goneFrom } from "./database"
import type { Changed, Snapshot } from "./database"
import type { Life, Shop } from "./live"

/** Rows of an export, by table. */
export type Exported = Record<string, Record<string, unknown>[]>

const CANARY_TABLE = "dk_invoice_document"

/** Sealed documents keep what the law wants. */
export const isSealed = (place: string): boolean => place.startsWith(`${CANARY_TABLE}.`)

/** What an export lacks and what it should not have: other people's texts, internal notes, live codes. */
export const compareExport = (
  text: string,
  own: readonly Canary[],
  others: readonly Canary[]
): { missing: string[]; leaked: string[] } => {
  const found = new Set(text.toLowerCase().match(/zq[a-z0-9]+?qz/g))
  return {
    missing: own.flatMap((one) => (one.kind === "shown" && !found.has(one.text) ? one.text : [])),
    leaked: [...own.filter(({ kind }) => kind === "hidden"), ...others].flatMap((one) =>
      found.has(one.text) ? one.text : []
    ),
  }
}

/** Texts whose fate is not the one the life says: stored although replaced, or nowhere although stored. */
export const misjudged = (
  canaries: readonly Canary[],
  places: ReadonlyMap<string, unknown>
): string[] =>
  canaries.flatMap(({ text, kind }) => {
    const isExpected = kind !== "replaced" && kind !== "unstored"
    return isExpected === places.has(text) ? [] : `${text} is ${kind}`
  })

const without = (ids: ReadonlySet<string>, ...others: readonly Diary[]): Set<string> =>
  new Set([...ids].filter((id) => !others.some((other) => other.ids.has(id))))

/** Ids of deliveries of the person's returns: no answer names them, so links lead to them. */
const withDeliveries = (own: ReadonlySet<string>, before: Snapshot): Set<string> => {
  const all = new Set(own)
  for (const table of ["return_fulfillment", "fulfillment"]) {
    for (const ids of (before.get(table) ?? []).map(idsIn)) {
      if (!ids.some((id) => all.has(id))) continue
      for (const id of ids) if (/^ful(addr)?_/.test(id)) all.add(id)
    }
  }
  return all
}

/** Exports of all orders go with anybody's erasure, and so does the message that told where the file is. */
const isExportMessage = ({ table, row }: Changed): boolean =>
  table === "notification" && row.includes("-order-exports.csv")

const asText = (row: string, change: object = {}): string =>
  JSON.stringify({ ...(JSON.parse(row) as object), ...change })

/** Some minutes after an erasure a job looks once more, and forgets what it had touched: whoever is erased meanwhile. */
const isSecondLook = ({ table, row }: Changed, after: Snapshot): boolean => {
  if (table !== "dk_personal_data_erasure") return false
  const forgotten = asText(row, { touched: null })
  return (after.get(table) ?? []).some((now) => asText(now) === forgotten)
}

/** Jobs write them whoever is erased. */
const isOfJobs = ({ table }: Changed): boolean => WRITTEN_BY_JOBS.includes(table)

/**
 * Rows that an erasure changed and that do not tell whose they are, or are somebody else's. A row is the person's when it
 * holds a text of theirs or an id only their life met; it is another's the same way, with what they share left out.
 */
export const wronglyChanged = (
  { before, after }: { before: Snapshot; after: Snapshot },
  { shop, life, others }: { shop: Shop; life: Life; others: readonly Life[] }
): string[] => {
  const diaries = others.flatMap(({ diary, bystander }) => [diary, bystander])
  const met = without(life.diary.ids, shop.diary, life.bystander, ...diaries)
  const own = withDeliveries(met.add(life.account.customerId), before)
  const theirs = new Set(
    diaries.flatMap((diary) => [...without(diary.ids, shop.diary, life.diary, life.bystander)])
  )
  return goneFrom(before, after).flatMap((change) => {
    if (isExportMessage(change) || isSecondLook(change, after) || isOfJobs(change)) return []
    const { table, row } = change
    const text = row.toLowerCase()
    const ids = idsIn(row)
    const isOwn = text.includes(`zq${life.diary.who}`) || ids.some((id) => own.has(id))
    const isTheirs =
      diaries.some(({ who }) => text.includes(`zq${who}`)) || ids.some((id) => theirs.has(id))
    if (isTheirs) return `another's row of ${table}: ${row.slice(0, 400)}`
    return isOwn ? [] : `nobody's row of ${table}: ${row.slice(0, 400)}`
  })
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || JSON.stringify(value) === "{}"

/** The map explains a value that stands: it is evidence, or the column keeps what is not the person's. */
const isExplained = (column: AdminDataMapColumn | undefined, value: unknown): boolean => {
  if (column?.kind !== "personal") return column !== undefined
  if (column.erase === "kept") return true
  const saysNothing = !/zq[a-z0-9]+?qz/.test(JSON.stringify(value).toLowerCase())
  return saysNothing && (column.erase === "partly" || column.erase === "sometimes")
}

const rowsById = (rows: readonly string[]): Map<unknown, Record<string, unknown>> =>
  new Map(
    rows.map((row) => {
      const columns = JSON.parse(row) as Record<string, unknown>
      return [columns.id, columns]
    })
  )

/** Exported values that stand unchanged in the same row after the erasure and that nothing explains. */
export const unexplained = (
  exported: Exported,
  after: Snapshot,
  map: readonly AdminDataMapTable[]
): string[] =>
  Object.entries(exported).flatMap(([table, rows]) => {
    const columns = new Map(
      map.find((one) => one.table === table)?.columns.map((column) => [column.column, column])
    )
    const left = rowsById(after.get(table) ?? [])
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => {
        const now = left.get(row.id)?.[name]
        if (isEmpty(value) || JSON.stringify(now) !== JSON.stringify(value)) return []
        return isExplained(columns.get(name), value) ? [] : `${table}.${name}`
      })
    )
  })

/** Keys and values of a portability export that do not stand in the access export of the same row. */
export const beyondAccess = (portable: Exported, access: Exported): string[] =>
  Object.entries(portable).flatMap(([table, rows]) => {
    const whole = new Map((access[table] ?? []).map((row) => [row.id, row]))
    return rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        JSON.stringify(whole.get(row.id)?.[name]) === JSON.stringify(value)
          ? []
          : `${table}.${name}`
      )
    )
  })
