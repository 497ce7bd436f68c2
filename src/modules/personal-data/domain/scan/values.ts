import { phones } from "../../../../shared/phones"
import { textOf, wordsFrom } from "./words"

export const SCAN_KINDS = ["email", "phone", "street", "name"] as const
export type ScanKind = (typeof SCAN_KINDS)[number]

/** What a person's rows hold, as they hold it. */
export type PlainValues = Readonly<Record<ScanKind, readonly string[]>>

/** One way of writing a value: what is looked for. */
export type SearchForm = { kind: ScanKind; text: string; words: number }

const LONGEST = 24
const SHORTEST_PHONE = 6

/** An e-mail is known by all that it is written with, everything else by its words. */
export const isWritten = (kind: ScanKind): boolean => kind === "email"

const formOf = (kind: ScanKind, value: string): SearchForm[] => {
  const bytes = Buffer.from(value.normalize("NFC"))
  const words = wordsFrom(bytes, 0, { count: LONGEST, format: "plain" })
  // One word, such as a first name, says nothing of a person.
  const isEnough = words.length > 1 || kind === "phone"
  return isEnough
    ? [{ kind, text: textOf(bytes, words, isWritten(kind)), words: words.length }]
    : []
}

/** How many digits stand together when Danish numbers are written. */
const GROUPS = [
  [2, 2, 2, 2],
  [4, 4],
  [2, 3, 3],
  [3, 2, 3],
  [3, 3, 2],
  [2, 2, 4],
  [4, 2, 2],
]

const grouped = (digits: string): string[] =>
  GROUPS.map((group) => {
    let at = 0
    return group.map((size) => digits.slice(at, (at += size))).join(" ")
  })

/** Its last digits tell a phone number, with or without country code and however its digits are grouped. */
export const phoneEnd = (text: string): string => text.replace(/\D/g, "").slice(-SHORTEST_PHONE)

const DANISH = "45"

const phoneForms = (value: string): string[] => {
  const digits = value.replace(/\D/g, "")
  if (digits.length < SHORTEST_PHONE) return []
  const phone = phones().parsePhoneNumberFromString(value, "DK")
  if (!phone) return [digits, value]
  const { countryCallingCode: code, nationalNumber: national } = phone
  const local = phone.formatNational()
  return [
    digits,
    national,
    code + national,
    `00${code}${national}`,
    local,
    local.replace(/\D/g, ""),
    ...(code === DANISH && national.length === 8 ? grouped(national) : []),
  ]
}

/** All ways of writing a person's values that are looked for, each once. */
export const searchForms = (values: PlainValues): SearchForm[] => {
  const forms = SCAN_KINDS.flatMap((kind) =>
    values[kind]
      .flatMap((value) => (kind === "phone" ? phoneForms(value) : [value]))
      .flatMap((value) => formOf(kind, value))
  )
  const once = new Map(forms.map((form) => [`${form.kind} ${form.text}`, form]))
  return [...once.values()].filter(({ words }) => words > 0)
}
