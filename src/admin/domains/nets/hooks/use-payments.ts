import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminNetsManualRefund,
  AdminNetsPayment,
  AdminNetsPaymentLinkResponse,
  AdminNetsPaymentListResponse,
  AdminNetsProblemSeen,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const PAYMENTS = "/admin/dk/nets/payments"
const KEY = "dk-nets"
const POLL_MS = 30_000

const readPayments = async (query: Record<string, string>): Promise<AdminNetsPaymentListResponse> =>
  (await getJson(
    `${PAYMENTS}?${new URLSearchParams(query).toString()}`
  )) as AdminNetsPaymentListResponse

/** The order's payments at Nets. A change of the order's payment status reads them again. */
export const usePaymentsOfOrder = (orderId: string, paymentStatus: string) =>
  useQuery({
    queryKey: [KEY, "order", orderId, paymentStatus],
    queryFn: () => readPayments({ order_id: orderId, limit: "20" }),
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: POLL_MS,
  })

/** Payments that staff has to look at. */
export const useProblemPayments = ({ limit, offset }: { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, "problems", { limit, offset }],
    queryFn: () =>
      readPayments({ problem: "true", limit: limit.toString(), offset: offset.toString() }),
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: POLL_MS,
  })

/** Reads a payment at Nets now. The order itself may change by it, so all that is shown is read again. */
export const useCheckPayment = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ session_id: id }: AdminNetsPayment) => postJson(`${PAYMENTS}/${id}/check`, {}),
    onSettled: () => queries.invalidateQueries(),
  })
}

/** Makes the page at Nets where what is owed is paid, or gives the one that was made before. */
export const useMakePaymentLink = (orderId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const path = `/admin/orders/${orderId}/dk-payment-links`
      return ((await postJson(path, {})) as AdminNetsPaymentLinkResponse).payment_link
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Takes the payment's problem away, for staff who has seen it. */
export const useMarkSeen = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ session_id: id, problem }: AdminNetsPayment) => {
      const seen: AdminNetsProblemSeen = { problem: problem ?? "" }
      return postJson(`${PAYMENTS}/${id}/seen`, seen)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Registers a refund that staff paid another way. Order and credit note follow, so all is read again. */
export const useRegisterRefund = ({ session_id: id }: AdminNetsPayment) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (refund: AdminNetsManualRefund) =>
      postJson(`${PAYMENTS}/${id}/manual-refund`, refund),
    onSuccess: () => queries.invalidateQueries(),
  })
}
