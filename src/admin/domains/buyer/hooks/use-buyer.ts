import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminBuyerResponse, AdminOrderBuyerResponse } from "../../../../types/http"
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

/** Saves the buyer, then reads again what depends on it. */
export const useSaveBuyer = (owner: BuyerOwner) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, string>) => postJson(pathOf(owner), body),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(owner) }),
        queries.invalidateQueries({ queryKey: ["dk-invoices", owner.id] }),
      ]),
  })
}
