import type { Writable } from "node:stream"
import { unexpected } from "../../shared/errors"

/** How long a client may take. Times are milliseconds. */
export type Pace = {
  /** For the whole document. */
  whole: number
  /** For taking one slice. */
  stall: number
  /** In every so much time spent waiting for the client … */
  window: number
  /** … it must have taken so many bytes: one that reads byte by byte never stalls, but holds its place. */
  windowBytes: number
}

export const PACE: Pace = {
  whole: 600_000,
  stall: 30_000,
  window: 30_000,
  windowBytes: 256 * 1024,
}

/** What is handed over at a time, so that a slow but honest client is seen to move. */
const SLICE_BYTES = 64 * 1024

type Outcome = "drained" | "closed" | "late"

/** Waits until the client has taken what it was given, is gone, or the time is up. */
const outcomeOf = (target: Writable, milliseconds: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      target.off("drain", onDrain)
      target.off("close", onClose)
      resolve(outcome)
    }
    const onDrain = () => {
      end("drained")
    }
    const onClose = () => {
      end("closed")
    }
    const timer = setTimeout(() => {
      end("late")
    }, milliseconds)
    target.on("drain", onDrain)
    target.on("close", onClose)
  })

/** Writes slices at the client's pace; throws when it is gone or too slow. */
const pacedWriter = (target: Writable, pace: Pace) => {
  const end = Date.now() + pace.whole
  let waited = 0
  let moved = 0
  return async (slice: Uint8Array): Promise<void> => {
    if (target.destroyed) throw unexpected("The client is gone")
    // A client that never makes us wait has the same time as any other.
    if (Date.now() > end) throw unexpected("The export is late")
    moved += slice.length
    if (target.write(slice)) return
    const start = Date.now()
    const outcome = await outcomeOf(target, Math.min(pace.stall, end - start))
    if (outcome !== "drained") throw unexpected(`The client is ${outcome}`)
    waited += Date.now() - start
    if (waited < pace.window) return
    if (moved < pace.windowBytes) throw unexpected("The client is too slow")
    waited = 0
    moved = 0
  }
}

/**
 * Sends a document to a client at the client's pace and ends it. A client that stalls, is slower than the pace or
 * needs more time than it gives is cut off: this throws, and the document is not ended.
 */
export const sendPaced = async (
  pieces: AsyncIterable<string | Uint8Array>,
  target: Writable,
  pace: Pace = PACE
): Promise<void> => {
  const write = pacedWriter(target, pace)
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece
    for (let start = 0; start < bytes.length; start += SLICE_BYTES) {
      await write(bytes.subarray(start, start + SLICE_BYTES))
    }
  }
  target.end()
}
