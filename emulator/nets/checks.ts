import { isObject } from "./http"

/** Messages by field path, as the service tells them. */
export type Errors = Record<string, string[]>

export const AMOUNT_SENTENCE = "Amount dosent match sum of orderitems"
export const URL_SENTENCE = "Field is not accepted as a valid URL"

const MAX_INT32 = 2_147_483_647

/** Refused in nearly every text. */
const FORBIDDEN = /[<>'"&\\]/
/** Refused in names and references of lines. */
export const FORBIDDEN_IN_NAMES = /[<>\\]/
/** Refused in addresses of the shop's own pages. */
export const FORBIDDEN_IN_LINKS = /[<>'"\\]/

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const PRIVATE =
  /^(0\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[f[cde])|\.(local|localhost|internal|test)$/

type TextRule = { max: number; min?: number; forbidden?: RegExp }

/** A required text. Gives "" for what is none. */
export const text = (
  errors: Errors,
  path: string,
  value: unknown,
  { max, min = 1, forbidden = FORBIDDEN }: TextRule
): string => {
  if (typeof value !== "string" || value.length < min) errors[path] = ["Field is required"]
  else if (value.length > max) errors[path] = [`Field must be at most ${max.toString()} characters`]
  else if (forbidden.test(value)) errors[path] = ["Field contains characters that are not allowed"]
  return typeof value === "string" ? value : ""
}

const isMissing = (value: unknown): value is undefined | null =>
  value === undefined || value === null

/** A text that may be missing. An empty one counts as given. */
export const optionalText = (
  errors: Errors,
  path: string,
  value: unknown,
  rule: TextRule
): string | undefined => (isMissing(value) ? undefined : text(errors, path, value, rule))

export const matching = (errors: Errors, path: string, value: unknown, pattern: RegExp): string => {
  if (typeof value === "string" && pattern.test(value)) return value
  errors[path] = ["Field does not match the required pattern"]
  return ""
}

export const oneOf = (
  errors: Errors,
  path: string,
  value: unknown,
  allowed: readonly string[]
): void => {
  if (typeof value === "string" && allowed.includes(value)) return
  errors[path] = [`Field must be one of ${allowed.join(", ")}`]
}

/** A flag that may be missing, then false. */
export const flag = (errors: Errors, path: string, value: unknown): boolean => {
  if (!isMissing(value) && typeof value !== "boolean") errors[path] = ["Field must be a boolean"]
  return value === true
}

export const flags = (
  errors: Errors,
  path: string,
  part: Record<string, unknown>,
  names: readonly string[]
): void => {
  for (const name of names) flag(errors, `${path}.${name}`, part[name])
}

/** A whole number of 32 bits. Gives 0 for what is none. */
export const integer = (errors: Errors, path: string, value: unknown, min = -MAX_INT32): number => {
  const isInteger = typeof value === "number" && Number.isInteger(value)
  if (!isInteger || value < min || value > MAX_INT32) {
    errors[path] = ["Field is not accepted as a valid amount"]
    return 0
  }
  return value
}

/** A part of the body that may be missing. What is no object is an error. */
export const optionalObject = (
  errors: Errors,
  path: string,
  value: unknown
): Record<string, unknown> | undefined => {
  if (isMissing(value)) return undefined
  if (isObject(value)) return value
  errors[path] = ["Field is not accepted as an object"]
  return undefined
}

/** A list that may be missing, then empty. What is no list is an error. */
export const optionalList = (errors: Errors, path: string, value: unknown): unknown[] => {
  if (isMissing(value)) return []
  if (Array.isArray(value)) return value
  errors[path] = ["Field is not accepted as a list"]
  return []
}

export const ALPHA3 = /^[A-Z]{3}$/

/** An absolute address of one of the shop's pages. */
export const link = (errors: Errors, path: string, value: unknown, rule: TextRule): string => {
  const address = text(errors, path, value, rule)
  if (!errors[path] && !/^https?:\/\/[^/]/.test(address)) errors[path] = [URL_SENTENCE]
  else if (!errors[path] && !URL.canParse(address)) errors[path] = [URL_SENTENCE]
  return address
}

/** A webhook address: https on a public host; this machine only when allowed, then over http too. */
export const isWebhookUrl = (value: unknown, allowLoopback: boolean): value is string => {
  if (typeof value !== "string" || value.length > 256 || FORBIDDEN.test(value)) return false
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  if (LOOPBACK.test(hostname)) return allowLoopback && /^https?:$/.test(protocol)
  return protocol === "https:" && hostname.includes(".") && !PRIVATE.test(hostname)
}
