import { errorName } from "../../../../shared/errors"
import type { LedgerSink } from "../../domain/ledger-sink"
import { LONGEST_ANSWER_MS, LedgerUnreachable, within } from "../ledger-outside"

const unreachable = (error: unknown): LedgerUnreachable =>
  error instanceof LedgerUnreachable ? error : new LedgerUnreachable(errorName(error))

const begin = (sink: LedgerSink): AsyncIterator<string> => {
  try {
    return sink.read()[Symbol.asyncIterator]()
  } catch (error) {
    throw unreachable(error)
  }
}

const nextOf = async (lines: AsyncIterator<string>): Promise<IteratorResult<string>> => {
  try {
    return await within(lines.next(), LONGEST_ANSWER_MS)
  } catch (error) {
    throw unreachable(error)
  }
}

/**
 * The lines outside the database, one by one, without empty ones.
 *
 * @throws LedgerUnreachable when one does not come in time, or the place cannot be read
 */
export const readOutside = async function* (sink: LedgerSink): AsyncIterable<string> {
  const lines = begin(sink)
  try {
    for (;;) {
      const next = await nextOf(lines)
      if (next.done) return
      if (next.value.trim() !== "") yield next.value
    }
  } finally {
    // Not waited for: a place that does not answer would hold up whoever reads.
    void Promise.resolve(lines.return?.()).catch(() => undefined)
  }
}
