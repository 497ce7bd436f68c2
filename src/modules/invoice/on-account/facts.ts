import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"

/** What is agreed and registered about an order's payments on invoice. */
export type OnAccountFacts = {
  /** Days to pay, by payment. */
  terms: ReadonlyMap<string, number>
  /** Day the money came in, by capture. */
  receivedOn: ReadonlyMap<string, string>
}

const TERMS = `SELECT p.id, a.terms_days AS days FROM order_payment_collection l
  JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
  JOIN dk_invoice_on_account a ON a.session_id = p.payment_session_id AND a.terms_days IS NOT NULL
  WHERE l.order_id = ? AND l.deleted_at IS NULL`

const RECEIVED = `SELECT capture_id, received_on FROM dk_invoice_payment_received
  WHERE order_id = ? AND capture_id IS NOT NULL`

/** Reads them from the tables of this domain; empty for an order that is not on account. */
export const readOnAccountFacts = async (
  connection: Knex,
  orderId: string
): Promise<OnAccountFacts> => {
  const terms = await selectRows<{ id: string; days: number }>(connection, TERMS, [orderId])
  const received = await selectRows<{ capture_id: string; received_on: string }>(
    connection,
    RECEIVED,
    [orderId]
  )
  return {
    terms: new Map(terms.map(({ id, days }) => [id, days])),
    receivedOn: new Map(received.map(({ capture_id: id, received_on: day }) => [id, day])),
  }
}
