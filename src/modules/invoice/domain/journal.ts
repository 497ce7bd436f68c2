import type { DocumentPayment, InvoiceContent, VatCategory } from "./document"
import type { PaymentMethod } from "./order-facts"
import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"

/** What each account of the bookkeeping is for; the store says which number it has. */
export const ACCOUNT_KEYS = [
  "debtors",
  "sales_S",
  "sales_Z",
  "sales_E",
  "sales_AE",
  "sales_K",
  "sales_G",
  "sales_O",
  "vat",
  "nets",
  "bank",
  "manual",
  "other",
  "gift_card",
  "store_credit",
] as const

export type AccountKey = (typeof ACCOUNT_KEYS)[number]

/** Numbers of the store's accounts; what it has not written is not there. */
export type Accounts = Partial<Record<AccountKey, string>>

/** One entry: `amount`, above zero, is debited to `account` and credited to `contra`. */
export type JournalEntry = {
  /** Number of the document (bilagsnr). */
  voucher: string
  /** Day in Denmark, `YYYY-MM-DD`. */
  day: string
  text: "sale" | "vat" | "payment" | "refund"
  account: string
  contra: string
  /** Category and rate of the sale, such as `S25`; null for movements of money. */
  vat_code: string | null
  /** In whole minor units. */
  amount: number
  currency: string
  /** Kroner for one of the currency; null in kroner and where the document has none. */
  rate: string | null
  order: string
  method: PaymentMethod | null
}

/** Money that moved on an order: in whole minor units, below zero what was paid back. */
export type MoneyMovement = {
  /** Number of the order's first document. */
  voucher: string
  order: string
  day: string
  method: PaymentMethod
  amount: number
  currency: string
}

/** An account of the entries that the store has given no number. */
export type MissingAccount = { key: AccountKey }

type Named = { account: AccountKey; contra: AccountKey }
type KeyedEntry = Omit<JournalEntry, "account" | "contra"> & Named

const SALES: Readonly<Record<VatCategory, AccountKey>> = {
  S: "sales_S",
  Z: "sales_Z",
  E: "sales_E",
  AE: "sales_AE",
  K: "sales_K",
  G: "sales_G",
  O: "sales_O",
}

/** `set_off` moves nothing: both documents stand on the buyer's own account. */
const MONEY: Readonly<Record<Exclude<PaymentMethod, "set_off">, AccountKey>> = {
  nets: "nets",
  invoice: "bank",
  manual: "manual",
  other: "other",
  gift_card: "gift_card",
  store_credit: "store_credit",
}

const NO_MONEY: readonly PaymentMethod[] = ["gift_card", "store_credit"]

const moneyEntries = (movement: MoneyMovement): KeyedEntry[] => {
  const { method, amount, ...place } = movement
  if (method === "set_off" || amount === 0) return []
  return [
    {
      ...place,
      text: amount > 0 ? "payment" : "refund",
      account: MONEY[method],
      contra: "debtors",
      vat_code: null,
      amount,
      rate: null,
      method,
    },
  ]
}

/** What gift cards and store credit paid, which only the document knows; money has rows of its own. */
const creditsOf = (document: InvoiceContent, sign: 1 | -1): KeyedEntry[] =>
  // A new invoice in the place of another restates its payments; they were booked with the first.
  (document.replaces === null ? document.payments : [])
    .filter(({ method }: DocumentPayment) => NO_MONEY.includes(method))
    .flatMap(({ method, amount }) =>
      moneyEntries({
        voucher: document.number,
        order: document.order_number,
        day: document.issued_on,
        method,
        amount: amount * sign,
        currency: document.currency,
      })
    )

const documentEntries = (document: InvoiceContent): KeyedEntry[] => {
  const sign = document.kind === "invoice" ? 1 : -1
  const place = {
    voucher: document.number,
    day: document.issued_on,
    currency: document.currency,
    rate: document.vat_dkk?.rate ?? null,
    order: document.order_number,
    method: null,
  }
  const sales = document.vat.flatMap(({ category, rate, net, vat }): KeyedEntry[] => {
    const both = { ...place, account: "debtors" as const, vat_code: `${category}${rate}` }
    return [
      { ...both, text: "sale" as const, contra: SALES[category], amount: net * sign },
      { ...both, text: "vat" as const, contra: "vat" as const, amount: vat * sign },
    ].filter(({ amount }) => amount !== 0)
  })
  return [...sales, ...creditsOf(document, sign)]
}

/** What is taken back is debited where it was credited. */
const toEntry = (entry: KeyedEntry, accounts: Accounts): JournalEntry => {
  const [account, contra] =
    entry.amount < 0 ? [entry.contra, entry.account] : [entry.account, entry.contra]
  return {
    ...entry,
    amount: Math.abs(entry.amount),
    account: accounts[account] ?? "",
    contra: accounts[contra] ?? "",
  }
}

/**
 * The entries of sealed documents and of the money that moved for them. Each has its contra account, so debits are
 * credits. Fails with every account that the entries need and the store has not numbered: nothing is guessed.
 */
export const buildJournal = (
  documents: readonly InvoiceContent[],
  movements: readonly MoneyMovement[],
  accounts: Accounts
): Result<JournalEntry[], MissingAccount[]> => {
  const keyed = [...documents.flatMap(documentEntries), ...movements.flatMap(moneyEntries)].sort(
    (a, b) => a.day.localeCompare(b.day)
  )
  const used = new Set(keyed.flatMap(({ account, contra }) => [account, contra]))
  const missing = ACCOUNT_KEYS.filter((key) => used.has(key) && accounts[key] === undefined)
  if (missing.length > 0) return fail(missing.map((key) => ({ key })))
  return ok(keyed.map((entry) => toEntry(entry, accounts)))
}
