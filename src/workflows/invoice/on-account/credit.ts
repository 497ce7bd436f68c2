import type { MedusaContainer } from "@medusajs/framework/types"
import { approveCredit, readCredit, revokeCredit } from "../../../modules/buyer"
import type { BuyerCreditRow } from "../../../modules/buyer"
import { readOpenOfAccount } from "../../../modules/invoice/on-account/sessions"
import { conflict, notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"

/** `open`: what the account owes now, in whole øre. `has_account` is false for a guest, who cannot be approved. */
export type CustomerCredit = {
  credit: BuyerCreditRow | null
  open: number
  has_account: boolean
}

const hasAccount = async (container: MedusaContainer, customerId: string): Promise<boolean> => {
  const [customer] = await selectRows<{ has_account: boolean }>(
    postgres(container),
    "SELECT has_account FROM customer WHERE id = ? AND deleted_at IS NULL",
    [customerId]
  )
  if (!customer) throw notFound("The customer was not found.")
  return customer.has_account
}

/** A customer's approval to buy on invoice, and what it owes. Throws not_found. */
export const findCustomerCredit = async (
  container: MedusaContainer,
  customerId: string
): Promise<CustomerCredit> => {
  const connection = postgres(container)
  return {
    has_account: await hasAccount(container, customerId),
    credit: await readCredit(connection, customerId),
    open: await readOpenOfAccount(connection, customerId),
  }
}

type Approval = { customer_id: string; limit: number; terms_days: number; approved_by: string }

/**
 * Approves an account to buy on invoice; the approval before it stays as history.
 *
 * @throws MedusaError not_found; conflict `guest_has_no_account`
 */
export const approveCustomerCredit = async (
  container: MedusaContainer,
  approval: Approval
): Promise<void> => {
  if (!(await hasAccount(container, approval.customer_id))) {
    throw conflict("guest_has_no_account", "Only a customer with a login can buy on invoice.")
  }
  await approveCredit(postgres(container), approval)
}

/** Ends an account's approval. Throws not_found. */
export const revokeCustomerCredit = async (
  container: MedusaContainer,
  customerId: string,
  revokedBy: string
): Promise<void> => {
  await hasAccount(container, customerId)
  await revokeCredit(postgres(container), customerId, revokedBy)
}
