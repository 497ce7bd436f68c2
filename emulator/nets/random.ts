/** Chance from a seed. Each stream draws in an order of its own, so that one does not disturb another. */
export type Random = {
  /** True in about this share (0 to 1) of the draws of the stream. */
  happens: (stream: string, rate: number) => boolean
  /** A whole number from 0 up to, not including, `limit`. */
  below: (stream: string, limit: number) => number
  /** Starts all streams again from another seed. */
  reseed: (seed: number) => void
  seed: () => number
}

const hashOf = (text: string): number => {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}

/** Mulberry32: small, and the same numbers everywhere for one seed. */
const generator = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const createRandom = (firstSeed: number): Random => {
  let seed = firstSeed
  const streams = new Map<string, () => number>()
  const draw = (stream: string): number => {
    const next = streams.get(stream) ?? generator(seed ^ hashOf(stream))
    streams.set(stream, next)
    return next()
  }
  return {
    happens: (stream, rate) => rate > 0 && draw(stream) < rate,
    below: (stream, limit) => (limit > 0 ? Math.floor(draw(stream) * limit) : 0),
    reseed: (next) => {
      seed = next
      streams.clear()
    },
    seed: () => seed,
  }
}
