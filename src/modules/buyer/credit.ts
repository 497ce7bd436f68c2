import { generateEntityId } from "@medusajs/framework/utils"
import { unexpected } from "../../shared/errors"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { OnAccountCredit } from "./domain/on-account"

/** An approval in force. Amounts in whole øre (DKK). */
export type BuyerCreditRow = OnAccountCredit & {
  customer_id: string
  /** Id of the staff user. */
  approved_by: string
  approved_at: Date
}

const COLUMNS = `customer_id, limit_amount AS "limit", terms_days, approved_by, created_at AS approved_at`

/** The account's approval to buy on invoice; null when there is none in force. */
export const readCredit = async (
  connection: Knex | Knex.Transaction,
  customerId: string
): Promise<BuyerCreditRow | null> => {
  const [row] = await selectRows<BuyerCreditRow>(
    connection,
    `SELECT ${COLUMNS} FROM dk_buyer_credit WHERE customer_id = ? AND revoked_at IS NULL AND deleted_at IS NULL`,
    [customerId]
  )
  return row ?? null
}

const REVOKE = `UPDATE dk_buyer_credit SET revoked_at = now(), revoked_by = ?, updated_at = now()
  WHERE customer_id = ? AND revoked_at IS NULL AND deleted_at IS NULL`

const ADD = `INSERT INTO dk_buyer_credit (id, customer_id, limit_amount, terms_days, approved_by)
  VALUES (?, ?, ?, ?, ?) RETURNING ${COLUMNS}`

type Approval = OnAccountCredit & { customer_id: string; approved_by: string }

/** Puts an approval in force in place of the one before, which stays as history. */
export const approveCredit = (
  connection: Knex,
  { customer_id: customerId, limit, terms_days: days, approved_by: by }: Approval
): Promise<BuyerCreditRow> =>
  withLock(connection, `dk_buyer_credit:${customerId}`, async (transaction) => {
    await selectRows(transaction, REVOKE, [by, customerId])
    const id = generateEntityId(undefined, "dkcred")
    const [row] = await selectRows<BuyerCreditRow>(transaction, ADD, [
      ...[id, customerId, limit],
      ...[days, by],
    ])
    if (!row) throw unexpected("The approval was not stored.")
    return row
  })

/** Ends the account's approval; what is owed stays owed. Nothing happens when there is none. */
export const revokeCredit = async (
  connection: Knex,
  customerId: string,
  revokedBy: string
): Promise<void> => {
  await selectRows(connection, REVOKE, [revokedBy, customerId])
}
