import type { MedusaContainer } from "@medusajs/framework/types"
import { readOpenClaims } from "../../../modules/invoice/on-account/claims"
import type { Claim } from "../../../modules/invoice/on-account/claims"
import { copenhagenDay } from "../../../rules"
import { postgres } from "../../../shared/postgres"

export type UnpaidInvoice = Claim & { is_overdue: boolean }

export type UnpaidInvoices = {
  unpaid_invoices: UnpaidInvoice[]
  count: number
  /** What is owed in all, by currency, in whole minor units. */
  owed: { currency_code: string; owed: number }[]
}

/** Issued invoices bought on account that are not paid: overdue first, then by the day they are due. */
export const listUnpaidInvoices = async (
  container: MedusaContainer,
  page: { limit: number; offset: number }
): Promise<UnpaidInvoices> => {
  const today = copenhagenDay(new Date())
  const { claims, ...sums } = await readOpenClaims(postgres(container), page)
  const unpaid = claims.map((claim) => ({
    ...claim,
    is_overdue: claim.due_on !== null && claim.due_on < today,
  }))
  return { unpaid_invoices: unpaid, ...sums }
}
