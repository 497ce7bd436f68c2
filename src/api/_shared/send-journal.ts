import type { MedusaResponse } from "@medusajs/framework/http"
import { toCsv } from "../../shared/csv"
import type { JournalEntry } from "../../workflows/invoice"

const HEADER = [
  "bilagsnr",
  "dato",
  "tekst",
  "konto",
  "modkonto",
  "momskode",
  "beløb",
  "valuta",
  "kurs",
  "ordre",
  "betalingsmåde",
]

const TEXTS: Readonly<Record<JournalEntry["text"], string>> = {
  sale: "Salg",
  vat: "Salgsmoms",
  payment: "Betaling",
  refund: "Tilbagebetaling",
}

const METHODS: Readonly<Record<NonNullable<JournalEntry["method"]>, string>> = {
  nets: "Nets",
  invoice: "Bank",
  manual: "Manuel",
  other: "Anden",
  gift_card: "Gavekort",
  store_credit: "Tilgodehavende",
  set_off: "Modregning",
}

/** `1234,50`: as Danish spreadsheets and bookkeeping programs read it. */
const danish = (minor: number): string =>
  `${Math.floor(minor / 100).toString()},${(minor % 100).toString().padStart(2, "0")}`

/** Kroner for a hundred of the currency, as rates are written in Denmark. */
const rateOf = ({ currency, rate }: JournalEntry): string => {
  if (currency === "DKK") return "100,00"
  return rate === null ? "" : (Number(rate) * 100).toFixed(4).replace(".", ",")
}

const dayOf = (day: string): string => day.split("-").reverse().join("-")

/** Answers a month's entries as CSV: semicolons, byte order mark, Danish days and decimals. */
export const sendJournal = (
  res: MedusaResponse,
  month: string,
  entries: readonly JournalEntry[]
): void => {
  const rows = entries.map((entry) => [
    entry.voucher,
    dayOf(entry.day),
    TEXTS[entry.text],
    entry.account,
    entry.contra,
    entry.vat_code ?? "",
    danish(entry.amount),
    entry.currency,
    rateOf(entry),
    entry.order,
    entry.method === null ? "" : METHODS[entry.method],
  ])
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="bogfoering-${month}.csv"`)
  res.send(toCsv(HEADER, rows))
}
