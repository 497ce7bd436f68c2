import type { MedusaContainer } from "@medusajs/framework/types"
import { INVOICE_MODULE } from "../../../modules/invoice"
import type { InvoiceModuleService } from "../../../modules/invoice"
import { readAccounts, writeAccounts } from "../../../modules/invoice/bookkeeping/accounts"
import { readLateMovements, readMovementsOf } from "../../../modules/invoice/bookkeeping/movements"
import type { MovementRow } from "../../../modules/invoice/bookkeeping/movements"
import { readDifferences, readDocumentsOf } from "../../../modules/invoice/bookkeeping/read-month"
import type { BookkeepingMonth, Difference } from "../../../modules/invoice/bookkeeping/read-month"
import { ACCOUNT_KEYS, buildJournal } from "../../../modules/invoice/domain/journal"
import type {
  AccountKey,
  Accounts,
  JournalEntry,
  MoneyMovement,
} from "../../../modules/invoice/domain/journal"
import { copenhagenDay } from "../../../rules"
import { conflict } from "../../../shared/errors"
import { toMinorUnits } from "../../../shared/money"
import { postgres } from "../../../shared/postgres"
import { methodOfProvider } from "../steps/method-of-provider"

/** Numbers of the accounts by what they are for; null where the store has written none. */
export type AccountNumbers = Record<AccountKey, string | null>

const controllerOf = (container: MedusaContainer): string =>
  container.resolve<InvoiceModuleService>(INVOICE_MODULE).settings.controller.id

const numbersOf = (accounts: Accounts): AccountNumbers =>
  Object.fromEntries(ACCOUNT_KEYS.map((key) => [key, accounts[key] ?? null])) as AccountNumbers

/** The store's accounts for the monthly file. */
export const listBookkeepingAccounts = async (
  container: MedusaContainer
): Promise<AccountNumbers> =>
  numbersOf(await readAccounts(postgres(container), controllerOf(container)))

/** Writes the numbers given; null takes one away. */
export const changeBookkeepingAccounts = async (
  container: MedusaContainer,
  accounts: Partial<AccountNumbers>
): Promise<AccountNumbers> =>
  numbersOf(await writeAccounts(postgres(container), controllerOf(container), accounts))

/** First days of a month `YYYY-MM` and of the next. */
const daysOf = (month: string): { from: string; until: string } => {
  const [year = 0, number = 1] = month.split("-").map(Number)
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
  return { from: `${month}-01`, until: next }
}

const toMovement = ({ order_number: order, ...row }: MovementRow): MoneyMovement => ({
  voucher: row.voucher,
  order,
  day: row.day,
  method: methodOfProvider(row.provider_id),
  amount: toMinorUnits(row.amount, row.currency_code),
  currency: row.currency_code.toUpperCase(),
})

export type JournalRequest = { month: string; series: "live" | "test" }

const placeOf = (
  container: MedusaContainer,
  { month, series }: JournalRequest
): BookkeepingMonth => ({ ...daysOf(month), controllerId: controllerOf(container), series })

/**
 * The entries of a month, from sealed documents and the money that moved for them.
 *
 * @throws MedusaError conflict `account_missing` naming every account that the store has not numbered
 */
export const readJournal = async (
  container: MedusaContainer,
  request: JournalRequest
): Promise<JournalEntry[]> => {
  const connection = postgres(container)
  const place = placeOf(container, request)
  const documents = await readDocumentsOf(connection, place)
  const movements = (await readMovementsOf(connection, place)).map(toMovement)
  const accounts = await readAccounts(connection, place.controllerId)
  const journal = buildJournal(documents, movements, accounts)
  if (journal.ok) return journal.value
  const keys = journal.reason.map(({ key }) => key).join(", ")
  throw conflict("account_missing", `These accounts have no number yet: ${keys}.`)
}

/** Money of a month that was written down when the month was over. Whole minor units, below zero what was paid back. */
export type LatePayment = {
  order_id: string
  order_number: string
  /** Number of the order's first document. */
  voucher: string
  /** Day in Denmark that the file has it on. */
  received_on: string
  registered_on: string
  amount: number
  currency_code: string
}

/**
 * What the month's file has since the month was over. An entry is of the day the money came in, whenever it was written
 * down, so a bookkeeper who has the file from before needs it again.
 */
export const listLatePayments = async (
  container: MedusaContainer,
  request: JournalRequest
): Promise<LatePayment[]> => {
  const rows = await readLateMovements(postgres(container), placeOf(container, request))
  return rows.map((row) => ({
    order_id: row.order_id,
    order_number: row.order_number,
    voucher: row.voucher,
    received_on: row.day,
    registered_on: row.registered_on,
    amount: toMinorUnits(row.amount, row.currency_code),
    currency_code: row.currency_code.toUpperCase(),
  }))
}

/** Orders touched in a month whose documents and money differ, five hundred at most. */
export const listBookkeepingDifferences = (
  container: MedusaContainer,
  month: string
): Promise<Difference[]> =>
  readDifferences(postgres(container), { ...daysOf(month), today: copenhagenDay(new Date()) })
