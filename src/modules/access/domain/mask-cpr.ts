import { cprInField } from "./cpr-in-field"

type Masking = {
  /** Day in Denmark, `YYYY-MM-DD`. */
  today: string
  /** The person says that none is one: only those are masked that the word CPR stands beside. */
  isConfirmed: boolean
}

const maskText = (key: string, text: string, { today, isConfirmed }: Masking): string =>
  cprInField(key, text, today)
    .filter(({ named }) => named || !isConfirmed)
    .reverse()
    .reduce((masked, hit) => masked.slice(0, hit.start) + hit.masked + masked.slice(hit.end), text)

const mask = (value: unknown, key: string, how: Masking): unknown => {
  if (typeof value === "string") return maskText(key, value, how)
  if (typeof value === "number") {
    const text = value.toString()
    const masked = maskText(key, text, how)
    return masked === text ? value : masked
  }
  if (Array.isArray(value)) return value.map((item: unknown) => mask(item, key, how))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      maskText("", name, how),
      mask(inner, name, how),
    ])
  )
}

/** The same JSON with CPR numbers written as `211062-****`, in texts, numbers and keys. */
export const maskCprNumbers = (body: unknown, how: Masking): unknown => mask(body, "", how)
