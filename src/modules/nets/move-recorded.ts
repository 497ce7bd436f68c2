import { errorName } from "../../shared/errors"
import type { Knex } from "../../shared/postgres"
import { whileLocked } from "../../shared/session-locks"
import { readMoneyRows, requireShown } from "./booked-rows"
import type { MoneyTable } from "./booked-rows"
import type { NetsClient } from "./client"
import { isUnknownOutcome } from "./client-error"
import { countReads } from "./count-reads"
import type { NetsPayment } from "./domain/payment-state"
import type { SessionReference } from "./domain/session-data"
import { chargeRecorded, refundRecorded } from "./move-money"
import { recordProblem } from "./problems"
import type { NetsProblem } from "./problems"
import { recordSeen } from "./record-seen"

/** The lock of everything that changes money of one payment at Nets. */
export const paymentLock = (paymentId: string): string => `dk_nets:${paymentId}`

const RESERVATION_ENDED = "nets_refused_1010"

/** Refusals that say nothing about the refund itself: the key, the number of calls, an amount that is too large. */
const NOT_THE_REFUND = ["http_401", "http_404", "http_429", "1009"]

const isRefusedForGood = (code: string): boolean =>
  code.startsWith("nets_refused_") && !NOT_THE_REFUND.some((end) => code.endsWith(end))

/** What a charge or refund that failed means for staff; empty when Medusa's own error says it all. */
const problemOf = (table: MoneyTable, error: unknown): NetsProblem | undefined => {
  if (isUnknownOutcome(error)) return "outcome_unknown"
  const code = errorName(error)
  if (table === "capture") return code === RESERVATION_ENDED ? "reservation_expired" : undefined
  return isRefusedForGood(code) ? "refund_unreachable" : undefined
}

type Moved = { reference: SessionReference; client: NetsClient; table: MoneyTable; row: string }

const moveUnderLock = async (
  connection: Knex,
  client: NetsClient,
  { table, row, paymentId }: { table: MoneyTable; row: string; paymentId: string }
): Promise<NetsPayment | undefined> => {
  const rows = await readMoneyRows(connection, table, row)
  if (rows.kind === "manual") return undefined
  if (rows.kind === "wish") {
    return (table === "capture" ? chargeRecorded : refundRecorded)(client, paymentId, rows)
  }
  const payment = await client.retrieve(paymentId)
  requireShown(table, rows, payment)
  return payment
}

/**
 * Does at Nets what a capture or refund of Medusa says, one at a time per payment over all servers, so that each
 * sees what was moved before. What was seen, and what staff must look at, is written down.
 *
 * @returns the payment afterwards; undefined for a refund that was paid by hand, which Nets is not asked about
 */
export const moveRecorded = async (
  connection: Knex,
  paymentId: string,
  { reference, client, table, row }: Moved
): Promise<NetsPayment | undefined> => {
  const counted = countReads(client)
  try {
    const payment = await whileLocked(connection, paymentLock(paymentId), () =>
      moveUnderLock(connection, counted.client, { table, row, paymentId })
    )
    if (payment) await recordSeen(connection, reference, payment, counted.reads())
    return payment
  } catch (error) {
    const problem = problemOf(table, error)
    const { session_id: sessionId } = reference
    if (problem && sessionId !== undefined) await recordProblem(connection, sessionId, problem)
    throw error
  }
}
