import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"

/** A line of the bank's file. `line` counts from 1 with the header. */
export type BankLine = {
  line: number
  /** Day in Denmark, `YYYY-MM-DD`. */
  day: string
  text: string
  /** In whole øre; below zero what went out. */
  amount: number
}

/** What is wrong with the file or a line of it. */
export type BankFileProblem = { line: number; code: "columns_missing" | "line_unreadable" }

export type BankFile = { lines: BankLine[]; problems: BankFileProblem[] }

const HEADERS = {
  day: /^(dato|bogf(ø|oe)rt|bogf(ø|oe)ringsdato|date)$/,
  amount: /^(bel(ø|oe)b|amount)( \(?(dkk|kr\.?)\)?)?$/,
  text: /^(tekst|text|beskrivelse|description|besked|message|reference|referencetekst|afsender|betalings-?id|kreditorreference)$/,
} as const

const delimiterOf = (head: string): string =>
  [";", "\t", ","]
    .map((mark) => ({ mark, count: head.split(mark).length }))
    .sort((a, b) => b.count - a.count)[0]?.mark ?? ";"

/** Cells of each line; a quoted cell may hold delimiters, doubled quotes and line breaks. */
const readCells = (csv: string, delimiter: string): { line: number; cells: string[] }[] => {
  const rows: { line: number; cells: string[] }[] = []
  let row = { line: 1, cells: [""] }
  let line = 1
  let quoted = false
  const add = (text: string) => {
    row.cells.push(`${row.cells.pop() ?? ""}${text}`)
  }
  for (let at = 0; at < csv.length; at += 1) {
    const mark = csv.charAt(at)
    if (mark === "\n") line += 1
    if (quoted && mark === '"' && csv.charAt(at + 1) === '"') {
      add('"')
      at += 1
    } else if (mark === '"') {
      quoted = !quoted
    } else if (!quoted && mark === delimiter) {
      row.cells.push("")
    } else if (!quoted && mark === "\n") {
      rows.push(row)
      row = { line, cells: [""] }
    } else if (mark !== "\r") {
      add(mark)
    }
  }
  return [...rows, row].filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
}

const readDay = (text: string): string | null => {
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text.trim())
  const [year = "", month = "", date = ""] = danish
    ? [danish[3], danish[2], danish[1]]
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? []).slice(1)
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const time = Date.parse(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  return isDay ? day : null
}

/** `1.234,50`, `-138,00` and `1234.5`; whole kroner too. */
const readAmount = (text: string): number | null => {
  const match = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(
    text.replace(/\s|kr\.?|DKK/gi, "")
  )
  if (!match) return null
  const [, sign = "", whole = "", decimals = ""] = match
  const amount = Number(whole.replace(/[.,]/g, "")) * 100 + Number(decimals.padEnd(2, "0"))
  if (!Number.isSafeInteger(amount)) return null
  return sign === "-" ? -amount : amount
}

type Columns = { day: number; amount: number; texts: number[] }

const findColumns = (cells: readonly string[]): Columns | null => {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name))
  const texts = names.flatMap((name, index) => (HEADERS.text.test(name) ? [index] : []))
  const [day, amount] = [find(HEADERS.day), find(HEADERS.amount)]
  return day < 0 || amount < 0 || texts.length === 0 ? null : { day, amount, texts }
}

/**
 * Reads what a Danish bank exports: a header that names day, amount and texts (dato, beløb, tekst, besked, reference),
 * then a line for each movement. Lines it cannot read are named, the others are read.
 */
export const readBankFile = (csv: string): Result<BankFile, BankFileProblem> => {
  const text = csv.replace(/^\uFEFF/, "")
  const [head, ...rows] = readCells(text, delimiterOf(text.split("\n", 1)[0] ?? ""))
  const columns = head ? findColumns(head.cells) : null
  if (!columns) return fail({ line: 1, code: "columns_missing" })
  const file: BankFile = { lines: [], problems: [] }
  for (const { line, cells } of rows) {
    const day = readDay(cells[columns.day] ?? "")
    const amount = readAmount(cells[columns.amount] ?? "")
    const words = columns.texts.map((index) => cells[index]?.trim() ?? "").filter(Boolean)
    if (day === null || amount === null) file.problems.push({ line, code: "line_unreadable" })
    else file.lines.push({ line, day, amount, text: words.join(" ").replace(/\s+/g, " ") })
  }
  return ok(file)
}
