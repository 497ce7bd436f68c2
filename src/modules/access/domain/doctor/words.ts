import type { DoctorWords, Finding } from "./finding"
import { da } from "./words.da"
import { en } from "./words.en"

export type DoctorLocale = "da" | "en"

const WORDS: Readonly<Record<DoctorLocale, DoctorWords>> = { da, en }

const fill = (text: string, values: Finding["values"]): string =>
  text.replace(/\{(\w+)\}/gu, (_whole, name: string) => String(values[name] ?? ""))

/** A finding in words; `todo` is null when there is nothing to do. */
export const sayFinding = (
  { code, values }: Finding,
  locale: DoctorLocale
): { says: string; todo: string | null } => {
  const { says, todo } = WORDS[locale][code] ?? { says: code }
  return { says: fill(says, values), todo: todo === undefined ? null : fill(todo, values) }
}
