import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { ACCOUNT_KEYS } from "../domain/journal"
import type { AccountKey, Accounts } from "../domain/journal"

const isKey = (text: string): text is AccountKey => ACCOUNT_KEYS.some((key) => key === text)

/** The numbers the store has given its accounts. */
export const readAccounts = async (
  connection: Knex | Knex.Transaction,
  controllerId: string
): Promise<Accounts> => {
  const rows = await selectRows<{ purpose: string; number: string }>(
    connection,
    "SELECT purpose, number FROM dk_invoice_account WHERE controller_id = ? AND deleted_at IS NULL",
    [controllerId]
  )
  return Object.fromEntries(
    rows.flatMap(({ purpose, number }) => (isKey(purpose) ? [[purpose, number]] : []))
  )
}

/** Writes the numbers given; null takes one away, what is not named stays. */
export const writeAccounts = (
  connection: Knex,
  controllerId: string,
  accounts: Partial<Record<AccountKey, string | null>>
): Promise<Accounts> =>
  connection.transaction(async (transaction) => {
    for (const key of ACCOUNT_KEYS) {
      const number = accounts[key]
      if (number === undefined) continue
      await selectRows(
        transaction,
        "DELETE FROM dk_invoice_account WHERE controller_id = ? AND purpose = ?",
        [controllerId, key]
      )
      if (number === null) continue
      await selectRows(
        transaction,
        "INSERT INTO dk_invoice_account (id, controller_id, purpose, number) VALUES (?, ?, ?, ?)",
        [generateEntityId(undefined, "dkkto"), controllerId, key, number]
      )
    }
    return readAccounts(transaction, controllerId)
  })
