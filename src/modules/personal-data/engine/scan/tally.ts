import type { Knex } from "../../../../shared/postgres"
import type { Hit, Matcher } from "../../domain/scan/matcher"
import type { ScanKind } from "../../domain/scan/values"
import type { TextFormat } from "../../domain/scan/words"
import type { Schema } from "../../domain/statements"
import type { TableMap } from "../../domain/table-map"
import { explainRows, explainedKey, stateOfColumn, stateOfOpen } from "./judge"
import type { OpenRows, ScanState, ScannedErasure } from "./judge"

/** How many rows of a column hold values of an erasure. Names and counts only. */
export type ScanFinding = {
  erasure_id: string
  table: string
  column: string
  kind: ScanKind
  state: ScanState
  rows: number
  /** Which phone numbers, as keyed digests: until all has been read. */
  numbers?: string[] | undefined
}

const NEWLINE = 0x0a
const TAB = 0x09

/** Rows of one column that are asked for by id; of more than these the rest counts as found. */
const MOST_ROWS = 5000

type Count = {
  erasure: ScannedErasure
  column: string
  kind: ScanKind
  state: ScanState | null
  rows: number
  ids: string[]
  numbers: Set<string>
  lastRow: number
}

const fieldsOf = (row: Uint8Array): [id: string, made: string] => {
  const first = row.indexOf(TAB)
  const second = row.indexOf(TAB, first + 1)
  const text = Buffer.from(row.subarray(0, second === -1 ? row.length : second)).toString("utf8")
  const [id = "", made = ""] = text.split("\t")
  return [id, made]
}

/** Counts, for one table or file, in how many rows each column holds what of whom. */
export class Tally {
  private readonly counts = new Map<string, Count>()
  private readonly erasures: ReadonlyMap<string, ScannedErasure>
  rows = 0
  bytes = 0

  constructor(
    private readonly matcher: Matcher,
    erasures: readonly ScannedErasure[],
    private readonly place: {
      table: string
      columns: readonly (string | null)[]
      map: TableMap | undefined
      format: TextFormat
      /** When all that is read was made; of a table each row says it. */
      madeAt?: Date
    }
  ) {
    this.erasures = new Map(erasures.map((erasure) => [erasure.id, erasure]))
  }

  /** Looks through whole rows, each ended by a newline. */
  readonly add = (rows: Buffer): void => {
    this.bytes += rows.length
    const { format } = this.place
    for (let from = 0; from < rows.length;) {
      const to = rows.indexOf(NEWLINE, from)
      this.rows += 1
      const start = from
      this.matcher.look(rows, { from, to, format }, (hit) => {
        this.count(hit, rows.subarray(start, to))
      })
      from = to + 1
    }
  }

  private count({ erasureId, kind, column: index, number }: Hit, row: Uint8Array): void {
    const { columns, map, format, madeAt } = this.place
    const column = columns[index]
    const erasure = this.erasures.get(erasureId)
    if (column === undefined || column === null || !erasure) return
    const [id, made] = format === "copy" ? fieldsOf(row) : ["", ""]
    const time = madeAt?.getTime() ?? (/^-?\d+$/.test(made) ? Number(made) : -Infinity)
    const state = stateOfColumn(map, column, kind)
    const until = state === "found" ? erasure.ran_until : erasure.started_at
    if (until !== null && time > until.getTime()) return
    const key = `${erasureId}\n${column}\n${kind}`
    const known = this.counts.get(key) ?? {
      erasure,
      column,
      kind,
      state,
      rows: 0,
      ids: [],
      numbers: new Set<string>(),
      lastRow: -1,
    }
    this.counts.set(key, known)
    if (number !== undefined) known.numbers.add(number)
    if (known.lastRow === this.rows) return
    known.lastRow = this.rows
    known.rows += 1
    if (known.state === null && known.ids.length < MOST_ROWS && id !== "\\N") known.ids.push(id)
  }

  /** What was found, after the rows that an erasure left on purpose were asked for. */
  async findings(connection: Knex, schema: Schema): Promise<ScanFinding[]> {
    const { table, map } = this.place
    const counts = [...this.counts.values()]
    const open: OpenRows[] = counts.filter(({ state, ids }) => state === null && ids.length > 0)
    const { left, later } = await explainRows(connection, schema, { table, map, open })
    return counts.flatMap(({ erasure, column, kind, state, rows, ids, numbers }) => {
      const about = { erasure_id: erasure.id, table, column, kind }
      if (state !== null) return [{ ...about, state, rows }]
      const keys = ids.map((id) => explainedKey(erasure, id)).filter((key) => !later.has(key))
      const stays = keys.filter((key) => left.has(key)).length
      const others = rows - ids.length + keys.length - stays
      const parts: ScanFinding[] = [
        {
          ...about,
          state: stateOfOpen(kind, column),
          rows: others,
          ...(numbers.size > 0 && { numbers: [...numbers] }),
        },
        { ...about, state: "left", rows: stays },
      ]
      return parts.filter((part) => part.rows > 0)
    })
  }
}
