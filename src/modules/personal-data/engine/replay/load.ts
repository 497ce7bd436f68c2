import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { readLine } from "../../domain/ledger-line"
import type { LedgerEntry } from "../../domain/ledger-line"
import { readInstallations } from "../installation"
import type { LedgerSettings } from "../ledger-outside"
import { readOutside } from "./read-lines"
import type { IsOver, ReplayReport } from "./report"

const BATCH = 200

type Connection = Knex | Knex.Transaction

/** Rows that the database lacks get their place with their own id; that they stand outside is noted with them. */
const insert = async (connection: Connection, entries: readonly LedgerEntry[]): Promise<number> => {
  if (entries.length === 0) return 0
  const rows = await selectRows<{ id: string }>(
    connection,
    `INSERT INTO dk_personal_data_ledger (id, erasure_id, customer_ids, order_ids, cart_ids, digests, erased_before, created_at)
     SELECT e->>'id', e->>'erasure_id', ARRAY(SELECT jsonb_array_elements_text(e->'customer_ids')), ARRAY(SELECT jsonb_array_elements_text(e->'order_ids')),
            ARRAY(SELECT jsonb_array_elements_text(e->'cart_ids')), e->'digests', (e->>'erased_before')::timestamptz, (e->>'created_at')::timestamptz
       FROM jsonb_array_elements(?::jsonb) AS e
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [JSON.stringify(entries)]
  )
  await connection.raw(
    `INSERT INTO dk_personal_data_ledger_receipt (id) SELECT unnest(?::text[]) ON CONFLICT (id) DO NOTHING`,
    [entries.map(({ id }) => id)]
  )
  return rows.length
}

const countBy = (counts: Record<string, number>, id: string): void => {
  counts[id] = (counts[id] ?? 0) + 1
}

/** Counts what is not believed. A line that a power cut tore and that was written again whole is no loss. */
class Refused {
  private readonly torn = new Set<string>()

  constructor(private readonly lines: ReplayReport["lines"]) {}

  damaged(line: string): void {
    this.torn.add(line)
    this.lines.damaged += 1
  }

  whole(line: string): void {
    for (const start of this.torn) {
      if (!line.startsWith(start)) continue
      this.torn.delete(start)
      this.lines.damaged -= 1
    }
  }
}

/**
 * Brings the rows that stand outside the database into it, as the ledger's own. Lines that are damaged, forged,
 * written with a secret that is gone or by another installation are counted and not believed.
 *
 * @param isOver ends it early, which the report says
 * @throws LedgerUnreachable
 */
export const loadLedger = async (
  connection: Connection,
  { sink, secrets }: LedgerSettings,
  report: Pick<ReplayReport, "lines" | "is_whole">,
  isOver: IsOver = () => false
): Promise<void> => {
  if (!sink) return
  const { lines } = report
  const refused = new Refused(lines)
  const installations = await readInstallations(connection)
  let batch: LedgerEntry[] = []
  for await (const line of readOutside(sink)) {
    if (isOver()) {
      report.is_whole = false
      break
    }
    lines.read += 1
    const read = readLine(line, secrets, installations)
    if ("entry" in read) {
      refused.whole(line)
      batch.push(read.entry)
    } else if (read.refused === "unknown_key") countBy(lines.unknown_keys, read.key_id)
    else if (read.refused === "other_installation") {
      countBy(lines.other_installations, read.installation_id)
    } else if (read.refused === "forged") lines.forged += 1
    else refused.damaged(line)
    if (batch.length < BATCH) continue
    lines.new += await insert(connection, batch)
    batch = []
  }
  lines.new += await insert(connection, batch)
}
