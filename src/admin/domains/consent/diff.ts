/** A piece of a text and what became of it. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string }

/** Above this many comparisons a passage counts as replaced as a whole. */
const MOST_COMPARISONS = 4_000_000

/** Lengths of the longest common row of tokens from each place on. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint32Array[] => {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const below = rows[i + 1]
      const row = rows[i]
      if (!row || !below) continue
      row[j] =
        before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}

const replaced = (before: readonly string[], after: readonly string[]): DiffPart[] => [
  ...before.map((text) => ({ kind: "removed" as const, text })),
  ...after.map((text) => ({ kind: "added" as const, text })),
]

const diffTokens = (before: readonly string[], after: readonly string[]): DiffPart[] => {
  if (before.length * after.length > MOST_COMPARISONS) return replaced(before, after)
  const lengths = commonLengths(before, after)
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < before.length && j < after.length) {
    const [old = "", fresh = ""] = [before[i], after[j]]
    if (old === fresh) {
      parts.push({ kind: "same", text: old })
      i++
      j++
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      parts.push({ kind: "removed", text: old })
      i++
    } else {
      parts.push({ kind: "added", text: fresh })
      j++
    }
  }
  return [...parts, ...replaced(before.slice(i), after.slice(j))]
}

/** Neighbours of one kind as one piece. */
const joined = (parts: readonly DiffPart[]): DiffPart[] => {
  const pieces: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  return pieces
}

const textOf = (parts: readonly DiffPart[], kind: DiffPart["kind"]): string =>
  parts.flatMap((part) => (part.kind === kind ? [part.text] : [])).join("")

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

/** Words with the space behind them. */
const wordsOf = (text: string): string[] => text.match(/\s+|\S+\s?/g) ?? []

/** Runs of changed lines, and of lines that stayed. */
const runsOf = (parts: readonly DiffPart[]): DiffPart[][] => {
  const runs: DiffPart[][] = []
  for (const part of parts) {
    const run = runs.at(-1)
    if (run && (run[0]?.kind === "same") === (part.kind === "same")) run.push(part)
    else runs.push([part])
  }
  return runs
}

/**
 * What became of a text, for people to read: lines that stayed, and within those that changed the words. The pieces that are
 * not *added* make up the old text, those that are not *removed* the new one.
 */
export const diffTexts = (before: string, after: string): DiffPart[] => {
  const runs = runsOf(diffTokens(linesOf(before), linesOf(after)))
  return joined(
    runs.flatMap((run) =>
      run[0]?.kind === "same"
        ? run
        : diffTokens(wordsOf(textOf(run, "removed")), wordsOf(textOf(run, "added")))
    )
  )
}
