import { cprInField } from "./cpr-in-field"

const maskText = (key: string, text: string, today: string): string =>
  cprInField(key, text, today)
    .reverse()
    .reduce((masked, hit) => masked.slice(0, hit.start) + hit.masked + masked.slice(hit.end), text)

const mask = (value: unknown, key: string, today: string): unknown => {
  if (typeof value === "string") return maskText(key, value, today)
  if (typeof value === "number") {
    const text = value.toString()
    const masked = maskText(key, text, today)
    return masked === text ? value : masked
  }
  if (Array.isArray(value)) return value.map((item: unknown) => mask(item, key, today))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      maskText("", name, today),
      mask(inner, name, today),
    ])
  )
}

/**
 * The same JSON with CPR numbers written as `211062-****`, in texts, numbers and keys.
 *
 * @param today day in Denmark, `YYYY-MM-DD`
 */
export const maskCprNumbers = (body: unknown, today: string): unknown => mask(body, "", today)
