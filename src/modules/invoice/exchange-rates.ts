import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { IssueTerms } from "./domain/issue-terms"

/** Kroner for one of a currency, as published by `source`. */
export type ExchangeRate = {
  /** ISO 4217, upper case. */
  currency: string
  /** Danish day, `YYYY-MM-DD`. */
  valid_from: string
  /** Decimal text. */
  rate: string
  source: string
}

/** A rate serves its month; an older one says nothing of today. */
const DAYS_OF_USE = 31

/** The rates written, the newest first. */
export const readExchangeRates = (
  connection: Knex,
  controllerId: string
): Promise<ExchangeRate[]> =>
  selectRows(
    connection,
    `SELECT currency, valid_from, rate, source FROM dk_invoice_exchange_rate
      WHERE controller_id = ? ORDER BY valid_from DESC, currency LIMIT 500`,
    [controllerId]
  )

/** Writes the rate of a day. One that was written for the same day is put right. */
export const writeExchangeRate = async (
  connection: Knex,
  controllerId: string,
  { currency, valid_from, rate, source, entered_by }: ExchangeRate & { entered_by: string }
): Promise<void> => {
  await connection.raw(
    `INSERT INTO dk_invoice_exchange_rate (id, controller_id, currency, valid_from, rate, source, entered_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (controller_id, currency, valid_from) DO UPDATE
       SET rate = excluded.rate, source = excluded.source, entered_by = excluded.entered_by, updated_at = now()`,
    [
      ...[generateEntityId("", "dkixr"), controllerId, currency, valid_from],
      ...[rate, source, entered_by],
    ]
  )
}

/** The rate in use on a day: the latest from that day or the month before it; null without one. */
export const exchangeRateOn = async (
  connection: Knex,
  controllerId: string,
  currency: string,
  day: string
): Promise<IssueTerms["exchange"]> => {
  const [rate] = await selectRows<{ rate: string; source: string; date: string }>(
    connection,
    `SELECT rate, source, valid_from AS date FROM dk_invoice_exchange_rate
      WHERE controller_id = ? AND currency = ? AND valid_from <= ? AND valid_from >= (?::date - ?::integer)::text
      ORDER BY valid_from DESC LIMIT 1`,
    [controllerId, currency, day, day, DAYS_OF_USE]
  )
  return rate ?? null
}
