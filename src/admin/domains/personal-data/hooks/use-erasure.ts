import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateErasure,
  AdminErasure,
  AdminErasureListResponse,
  AdminErasurePreview,
  AdminErasurePreviewResponse,
  AdminErasureResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"

const KEY = "dk_personal_data"

const bodyOf = (customerId: string, confirmed: readonly string[]): AdminCreateErasure => ({
  customer_id: customerId,
  ...(confirmed.length > 0 && { confirmed_order_ids: [...confirmed] }),
})

/** The latest erasure of a customer, or null. */
export const useLatestErasure = (customerId: string) =>
  useQuery({
    queryKey: [KEY, "erasures", customerId],
    staleTime: 0,
    queryFn: async (): Promise<AdminErasure | null> => {
      const query = new URLSearchParams({ customer_id: customerId, limit: "1" }).toString()
      const answer = await getJson(`/admin/privacy/erasures?${query}`)
      return (answer as AdminErasureListResponse).erasures[0] ?? null
    },
  })

/** What erasing would do now; asked anew whenever staff ticks an order. */
export const useErasurePreview = (customerId: string, confirmed: readonly string[]) =>
  useQuery({
    queryKey: [KEY, "preview", customerId, confirmed],
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<AdminErasurePreview> => {
      const answer = await postJson(
        "/admin/privacy/erasures/preview",
        bodyOf(customerId, confirmed)
      )
      return (answer as AdminErasurePreviewResponse).preview
    },
  })

/** Starts or plans an erasure. Everything the dashboard shows of the customer may be gone: all is read again. */
export const useErase = (customerId: string) => {
  const client = useQueryClient()
  return useMutation<AdminErasureResponse, Error, readonly string[]>({
    mutationFn: async (confirmed) =>
      (await postJson(
        "/admin/privacy/erasures",
        bodyOf(customerId, confirmed)
      )) as AdminErasureResponse,
    onSuccess: () => client.invalidateQueries(),
  })
}

export const useCancelErasure = () => {
  const client = useQueryClient()
  return useMutation<unknown, Error, string>({
    mutationFn: (id) => postJson(`/admin/privacy/erasures/${id}/cancel`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  })
}
