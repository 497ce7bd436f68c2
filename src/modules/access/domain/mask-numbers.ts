import { cprInField } from "./cpr-in-field"
import { maskNumber } from "./mask-number"
import { isTyped } from "./typed-fields"

type Masking = {
  /** Day in Denmark, `YYYY-MM-DD`. */
  today: string
  /** The person says that none is one: only those are masked that the word CPR stands beside. */
  isConfirmed: boolean
  /** Card numbers are masked too. */
  cards?: boolean
}

const maskCards = (name: string, text: string, { today, cards = false }: Masking): string =>
  cards && !isTyped(name, text) ? maskNumber({ name, text }, null, today) : text

const maskCpr = (key: string, text: string, { today, isConfirmed }: Masking): string =>
  cprInField(key, text, today)
    .filter(({ named }) => named || !isConfirmed)
    .reverse()
    .reduce((masked, hit) => masked.slice(0, hit.start) + hit.masked + masked.slice(hit.end), text)

const maskText = (key: string, text: string, how: Masking): string =>
  maskCpr(key, maskCards(key, text, how), how)

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

/** The same JSON with CPR numbers written as `211062-****` and, where asked, card numbers as `****`, in texts, numbers and keys. */
export const maskNumbers = (body: unknown, how: Masking): unknown => mask(body, "", how)
