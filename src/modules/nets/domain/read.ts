import { isInt32 } from "./amounts"

/** Tolerant readers of JSON that came from outside: a wrong shape reads as absent, never as an error. */

export type JsonObject = Record<string, unknown>

export const readObject = (value: unknown): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}

export const readList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const DEEPEST = 8

/**
 * The parts of a JSON value that are known by name, at every depth: the rest is dropped, and a name in another
 * case (`PaymentId`) is put right, since a total that reads as absent would read as nothing.
 */
export const readKnown = (
  value: unknown,
  names: ReadonlyMap<string, string>,
  depth = 0
): unknown => {
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((entry) => readKnown(entry, names, depth + 1))
  if (typeof value !== "object" || value === null) return value
  const known: JsonObject = {}
  for (const [key, entry] of Object.entries(value)) {
    const name = names.get(key.toLowerCase())
    if (name === undefined || (name !== key && name in value)) continue
    known[name] = readKnown(entry, names, depth + 1)
  }
  return known
}

/** Names for `readKnown`. */
export const knownNames = (...names: string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [name.toLowerCase(), name]))

/** A text that is not empty, at most `max` characters; longer ones read as absent. */
export const readText = (value: unknown, max = 200): string | undefined =>
  typeof value === "string" && value.length > 0 && value.length <= max ? value : undefined

/** Whole minor units of 32 bits; the service has shown them as numbers and as numeric strings. */
export const readAmount = (value: unknown): number | undefined => {
  const amount = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value
  return typeof amount === "number" && isInt32(amount) ? amount : undefined
}

const ID = /^[0-9a-fA-F-]{32,36}$/

/** An id of a payment, charge or refund: 32 hex digits, with or without dashes. */
export const isNetsId = (value: unknown): value is string =>
  typeof value === "string" && ID.test(value)

export const readId = (value: unknown): string | undefined => (isNetsId(value) ? value : undefined)

/** An ISO 8601 time of any offset and precision, as an instant in UTC. */
export const readTime = (value: unknown): string | undefined => {
  const milliseconds = typeof value === "string" ? Date.parse(value) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}
