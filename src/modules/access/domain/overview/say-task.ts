import { WALK_LIMIT } from "../../../../shared/walk-limit"
import type { TaskWords } from "./task-words"
import { da } from "./words.da"
import { en } from "./words.en"

export type OverviewLocale = "da" | "en"

const WORDS: Readonly<Record<OverviewLocale, TaskWords>> = { da, en }

/** Lists that are walked no further than the limit. */
const CUT: ReadonlySet<string> = new Set(["invoices.lacking", "invoices.undelivered"])

/** What asks for staff, in a sentence without a full stop. */
export const sayTask = (
  { area, code, count }: { area: string; code: string; count: number },
  locale: OverviewLocale
): string => {
  const name = `${area}.${code}`
  const [one, other] = WORDS[locale][name] ?? [name, name]
  const shown =
    CUT.has(name) && count >= WALK_LIMIT ? `${WALK_LIMIT.toString()}+` : count.toString()
  return (count === 1 ? one : other).replace("{count}", shown)
}
