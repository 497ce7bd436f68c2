export const KEPT_SECONDS = 60

export type Kept<Value> = { at: Date; value: Promise<Value> }

/**
 * Readings of this process that serve everybody who asks within a minute, also while they are under way. One that failed serves
 * only who waits for it.
 */
export class KeptReadings<Value> {
  private readonly readings = new WeakMap<object, Map<string, Kept<Value>>>()

  /**
   * @param store whose readings they are, such as its pool of connections
   * @param isFresh reads anew, for whoever has changed something
   */
  read(
    store: object,
    name: string,
    { isFresh, read }: { isFresh: boolean; read: () => Promise<Value> }
  ): Kept<Value> {
    const known = this.of(store)
    const kept = known.get(name)
    if (kept && !isFresh && Date.now() - kept.at.getTime() < KEPT_SECONDS * 1000) return kept
    const begun = { at: new Date(), value: read() }
    known.set(name, begun)
    begun.value.catch(() => {
      if (known.get(name) === begun) known.delete(name)
    })
    return begun
  }

  private of(store: object): Map<string, Kept<Value>> {
    const known = this.readings.get(store) ?? new Map<string, Kept<Value>>()
    this.readings.set(store, known)
    return known
  }
}
