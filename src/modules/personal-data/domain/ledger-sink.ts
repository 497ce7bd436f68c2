/** A place outside the database, and outside what a backup of it restores, that keeps the lines of the ledger. */
export type LedgerSink = {
  /** Keeps one line, without a line break at its end, for good before it answers. Twice the same line is harmless. */
  append: (line: string) => Promise<void>
  /** Every line that was kept, the oldest first. */
  read: () => AsyncIterable<string>
}
