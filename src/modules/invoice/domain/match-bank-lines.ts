import type { BankLine } from "./bank-file"

/** An invoice that waits for money; whole øre. */
export type OpenInvoice = {
  order_id: string
  /** The number to tell about. */
  number: string
  /** Numbers of its invoices, and ids of their payment slips. */
  names: readonly string[]
  slips: readonly string[]
  owed: number
}

export type PlannedLine = BankLine & { digest: string } & (
    | { outcome: "match"; order_id: string; number: string }
    /** Booked from an earlier file, or by an earlier line of this one. */
    | { outcome: "already_booked" }
    /** Money that went out, or nothing. */
    | { outcome: "not_incoming" }
    | { outcome: "no_match" }
    | { outcome: "ambiguous" }
    | { outcome: "more_than_owed"; order_id: string; number: string }
  )

/** Digits so few that they may be a day or a street as well as a number: the amount must agree. */
const FEW_DIGITS = 4

const FIK_LENGTH = 15

/** Signs of a number, with hyphens inside only. Found in one pass, however many hyphens a text has. */
const TOKEN = /[0-9A-ZÆØÅ](?:[0-9A-ZÆØÅ-]*[0-9A-ZÆØÅ])?/g

const tokensOf = (text: string): string[] => text.toUpperCase().match(TOKEN) ?? []

/** Banks write the id of a slip with or without what stands around it. */
const namesSlip = (text: string, { slips }: OpenInvoice): boolean =>
  (text.match(/\d+/g) ?? []).some((digits) => digits.length >= FIK_LENGTH && slips.includes(digits))

const isLong = (name: string): boolean => name.length > FEW_DIGITS || /[^0-9]/.test(name)

/** All invoices that the line may be for. */
const findNamed = (line: BankLine, invoices: readonly OpenInvoice[]): OpenInvoice[] => {
  const slips = invoices.filter((invoice) => namesSlip(line.text, invoice))
  const tokens = tokensOf(line.text)
  const named =
    slips.length > 0
      ? slips
      : invoices.filter(({ names }) => names.some((name) => tokens.includes(name.toUpperCase())))
  const exact = named.filter(({ owed }) => owed === line.amount)
  if (named.length > 1) return exact.length === 1 ? exact : named
  const hasLongName = ({ names }: OpenInvoice): boolean =>
    names.some((name) => isLong(name) && tokens.includes(name.toUpperCase()))
  return named.filter(
    (invoice) => slips.length > 0 || invoice.owed === line.amount || hasLongName(invoice)
  )
}

type Known = {
  invoices: readonly OpenInvoice[]
  /** Digests of lines that are booked. */
  booked: ReadonlySet<string>
}

/**
 * Which line pays which invoice: it must name the payment id of the slip or the invoice's number, and be no more than is
 * owed after the lines before it. Nothing is guessed from the amount alone.
 */
export const matchBankLines = (
  lines: readonly (BankLine & { digest: string })[],
  { invoices, booked }: Known
): PlannedLine[] => {
  let left = [...invoices]
  return lines.map((line): PlannedLine => {
    if (line.amount <= 0) return { ...line, outcome: "not_incoming" }
    if (booked.has(line.digest)) return { ...line, outcome: "already_booked" }
    const [invoice, ...others] = findNamed(line, left)
    if (!invoice) return { ...line, outcome: "no_match" }
    if (others.length > 0) return { ...line, outcome: "ambiguous" }
    const { order_id: orderId, number } = invoice
    if (line.amount > invoice.owed) {
      return { ...line, outcome: "more_than_owed", order_id: orderId, number }
    }
    left = left.map((it) => (it.order_id === orderId ? { ...it, owed: it.owed - line.amount } : it))
    return { ...line, outcome: "match", order_id: orderId, number }
  })
}

/**
 * What tells a line apart from all others, to be digested: its day, amount and text, and for equal lines of one file
 * which of them it is, so that two equal payments are two and the same file again is none.
 */
export const lineKeys = (lines: readonly BankLine[]): string[] => {
  const seen = new Map<string, number>()
  return lines.map(({ day, amount, text }) => {
    const key = `${day}\n${amount.toString()}\n${text}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return `${key}\n${times.toString()}`
  })
}
