import { errorName } from "../../../../shared/errors"
import { LONGEST_ANSWER_MS, LedgerUnreachable, within } from "../ledger-outside"
import type { LedgerSink } from "../../domain/ledger-sink"

/**
 * The lines outside the database, one by one, without empty ones.
 *
 * @throws LedgerUnreachable when one does not come in time, or the place cannot be read
 */
export const readOutside = async function* (sink: LedgerSink): AsyncIterable<string> {
  try {
    const lines = sink.read()[Symbol.asyncIterator]()
    for (;;) {
      const next = await within(lines.next(), LONGEST_ANSWER_MS)
      if (next.done) return
      if (next.value.trim() !== "") yield next.value
    }
  } catch (error) {
    throw error instanceof LedgerUnreachable ? error : new LedgerUnreachable(errorName(error))
  }
}
