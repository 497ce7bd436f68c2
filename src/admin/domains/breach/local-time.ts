const two = (value: number): string => value.toString().padStart(2, "0")

/** An instant as an input of `datetime-local` has it, by the reader's clock; empty for none. */
export const toLocal = (iso: string | null): string => {
  if (iso === null) return ""
  const at = new Date(iso)
  const day = [at.getFullYear().toString(), two(at.getMonth() + 1), two(at.getDate())].join("-")
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The instant that is typed; null while it is none. */
export const fromLocal = (text: string): string | null => {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
