import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminBuyerResponse, AdminOrderBuyerResponse } from "../../../../types/http"
import type { BuyerBody } from "../buyer-fields"
import { getJson, postJson } from "../../../shared/api"

/** Whose buyer: a customer's default or an order's own. */
export type BuyerOwner = { kind: "customers" | "orders"; id: string }

/** An order tells its findings too; a customer has none. */
export type BuyerAnswer = AdminBuyerResponse & Partial<AdminOrderBuyerResponse>

const pathOf = ({ kind, id }: BuyerOwner): string => `/admin/${kind}/${id}/buyer`
const keyOf = ({ kind, id }: BuyerOwner): string[] => ["dk-buyer", kind, id]

export const useBuyer = (owner: BuyerOwner) =>
  useQuery({
    queryKey: keyOf(owner),
    queryFn: async () => (await getJson(pathOf(owner))) as BuyerAnswer,
  })

/** What to save; with a reason the order's invoice is corrected along with it. */
export type BuyerInput = { buyer: BuyerBody; reason: string | null }

/** Saves the buyer, then reads again what depends on it. */
export const useSaveBuyer = (owner: BuyerOwner) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ buyer, reason }: BuyerInput) =>
      reason === null
        ? postJson(pathOf(owner), buyer)
        : postJson(`/admin/orders/${owner.id}/dk-credit-notes`, { reason, new_invoice: { buyer } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(owner) }),
        queries.invalidateQueries({ queryKey: ["dk-invoices", owner.id] }),
      ]),
  })
}
