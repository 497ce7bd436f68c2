import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminBuyerResponse, AdminCreateHandOver } from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

/** True for the account of a company or a public body: it may go on with somebody else. */
export const useIsCompany = (customerId: string) =>
  useQuery({
    queryKey: ["dk-is-company", customerId],
    queryFn: async () => {
      const answer = await getJson(`/admin/customers/${customerId}/buyer`)
      const { buyer } = answer as AdminBuyerResponse
      return buyer !== null && buyer.type !== "private" && buyer.company_form !== "sole_trader"
    },
    retry: retryUnlessRefused,
  })

/** Gives a company's account to a new contact. All of the page is read again: it names the old one. */
export const useHandOver = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateHandOver) => postJson("/admin/privacy/hand-overs", body),
    onSuccess: () => queries.invalidateQueries(),
  })
}
