/** The time at the emulator, in milliseconds. It runs on its own and can be moved. */
export type Clock = {
  now: () => number
  /** Moves on (or back, when negative) by so many milliseconds. */
  advance: (milliseconds: number) => void
  /** Moves to an instant; time runs on from there. */
  set: (instant: number) => void
  /** Back to the time it was made from. */
  reset: () => void
}

/** @param base the time that runs by itself, e.g. `Date.now` */
export const createClock = (base: () => number): Clock => {
  let offset = 0
  return {
    now: () => base() + offset,
    advance: (milliseconds) => {
      offset += milliseconds
    },
    set: (instant) => {
      offset = instant - base()
    },
    reset: () => {
      offset = 0
    },
  }
}
