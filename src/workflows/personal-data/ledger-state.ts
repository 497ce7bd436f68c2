import type { MedusaContainer } from "@medusajs/framework/types"
import { readLine } from "../../modules/personal-data/domain/ledger-line"
import { readInstallations } from "../../modules/personal-data/engine/installation"
import { countUnsent, LedgerUnreachable } from "../../modules/personal-data/engine/ledger-outside"
import type { LedgerSettings } from "../../modules/personal-data/engine/ledger-outside"
import { readOutside } from "../../modules/personal-data/engine/replay/read-lines"
import { postgres, selectRows } from "../../shared/postgres"
import type { AdminLedgerState } from "../../types/http"
import { ledgerSettings, personalDataSettings } from "./personal-data-settings"

type Outside = Pick<AdminLedgerState, "is_reachable" | "lines" | "last_line_at">

const lookOutside = async (
  { sink, secrets }: LedgerSettings,
  installations: readonly string[]
): Promise<Outside> => {
  if (!sink) return { is_reachable: null, lines: null, last_line_at: null }
  let lines = 0
  let last: string | null = null
  try {
    for await (const line of readOutside(sink)) {
      lines += 1
      const read = readLine(line, secrets, installations)
      if ("entry" in read) last = read.entry.created_at
    }
  } catch (error) {
    if (!(error instanceof LedgerUnreachable)) throw error
    return { is_reachable: false, lines: null, last_line_at: null }
  }
  return { is_reachable: true, lines, last_line_at: last }
}

/** Where the ledger stands, and whether it can be read there. */
export const readLedgerState = async (container: MedusaContainer): Promise<AdminLedgerState> => {
  const { ledger } = personalDataSettings(container)
  const [row] = await selectRows<{ n: number }>(
    postgres(container),
    "SELECT count(*)::int AS n FROM dk_personal_data_ledger"
  )
  const place = ledger && "file" in ledger.sink ? "file" : "store"
  return {
    place: ledger ? place : "none",
    ...(await lookOutside(ledgerSettings(container), await readInstallations(postgres(container)))),
    rows: row?.n ?? 0,
    unsent: ledger ? await countUnsent(postgres(container)) : 0,
  }
}
