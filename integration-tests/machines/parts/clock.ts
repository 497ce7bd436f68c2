const RealDate = Date

let skew = 0

/** A clock that goes wrong by so much; time it was told goes through. */
class SkewedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(RealDate.now() + skew)
    else super(...(given as [string]))
  }

  static override now(): number {
    return RealDate.now() + skew
  }
}

/**
 * From now on this process takes the time for so much later than it is.
 *
 * @param milliseconds 0 for the right time, negative for earlier
 */
export const setSkew = (milliseconds: number): void => {
  skew = milliseconds
  globalThis.Date = milliseconds === 0 ? RealDate : (SkewedDate as DateConstructor)
}
