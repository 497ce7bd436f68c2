type Work = (key: string) => Promise<void>

/** Work of this process that waits for its turn: so much at once, and of each key one at a time. */
export class Turns {
  private readonly waiting = new Map<string, Work>()
  private readonly atWork = new Set<string>()

  constructor(private readonly atOnce: number) {}

  /**
   * Does `work` when it is its turn, and returns at once. What waits already is not put in again; what is at work is done
   * once more afterwards.
   *
   * @param work never fails
   */
  add(key: string, work: Work): void {
    if (!this.waiting.has(key)) this.waiting.set(key, work)
    this.startNext()
  }

  private startNext(): void {
    for (const [key, work] of this.waiting) {
      if (this.atWork.size >= this.atOnce) return
      if (this.atWork.has(key)) continue
      this.waiting.delete(key)
      this.atWork.add(key)
      void work(key).finally(() => {
        this.atWork.delete(key)
        this.startNext()
      })
    }
  }
}
