import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCustomerCreditResponse,
  AdminOrderOnAccountResponse,
  AdminPaymentImportResponse,
  AdminRegisterPayment,
  AdminUnpaidInvoicesResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const KEY = "dk-on-account"

const paymentsPath = (orderId: string): string => `/admin/orders/${orderId}/dk-payments-received`
const creditPath = (customerId: string): string => `/admin/customers/${customerId}/dk-credit`

/** What an order bought on invoice owes, and what came in. Read anew when Medusa's own payment status changes. */
export const useOrderOnAccount = (orderId: string, paymentStatus: string) =>
  useQuery({
    queryKey: [KEY, "order", orderId, paymentStatus],
    queryFn: async () => (await getJson(paymentsPath(orderId))) as AdminOrderOnAccountResponse,
    placeholderData: (previous) => previous,
    retry: retryUnlessRefused,
  })

/** Registers money that came in; the dashboard's own boxes show it at once. */
export const useRegisterPayment = (orderId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (payment: AdminRegisterPayment) => postJson(paymentsPath(orderId), payment),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** Unpaid invoices, overdue first. */
export const useUnpaidInvoices = ({ limit, offset }: { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, "unpaid", limit, offset],
    queryFn: async () => {
      const query = new URLSearchParams({ limit: limit.toString(), offset: offset.toString() })
      return (await getJson(
        `/admin/dk/unpaid-invoices?${query.toString()}`
      )) as AdminUnpaidInvoicesResponse
    },
    placeholderData: (previous) => previous,
    retry: retryUnlessRefused,
  })

/** Tells what a bank's file would book, or books it. */
export const useImportPayments = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (input: { csv: string; dry_run: boolean }) =>
      (await postJson("/admin/dk/payments-received/import", input)) as AdminPaymentImportResponse,
    onSuccess: ({ dry_run: isDryRun }) => (isDryRun ? undefined : queries.invalidateQueries()),
  })
}

/** A customer's approval to buy on invoice, and what it owes. */
export const useCustomerCredit = (customerId: string) =>
  useQuery({
    queryKey: [KEY, "credit", customerId],
    queryFn: async () => (await getJson(creditPath(customerId))) as AdminCustomerCreditResponse,
    retry: retryUnlessRefused,
  })

/** Approves an account with a limit in øre and days, or with null ends its approval. */
export const useChangeCredit = (customerId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (credit: { limit: number; terms_days: number } | null) =>
      credit
        ? postJson(creditPath(customerId), credit)
        : postJson(`${creditPath(customerId)}/revoke`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
