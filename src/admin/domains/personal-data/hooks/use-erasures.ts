import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminErasure,
  AdminErasureListResponse,
  AdminErasurePreview,
  AdminErasurePreviewResponse,
  AdminErasureResponse,
} from "../../../../types/http"
import { ApiError, getJson, postJson } from "../../../shared/api"

const ERASURES = "/admin/privacy/erasures"
const POLL_MS = 10_000

/** A new attempt helps against a lost connection only, not against a refusal. */
const retryUnlessRefused = (attempts: number, error: Error): boolean =>
  !(error instanceof ApiError) && attempts < 2

const isUnderWay = ({ status }: AdminErasure): boolean =>
  status === "planned" || status === "running"

/** The customer's latest erasure, read again while it is under way. */
export const useLatestErasure = (customerId: string) =>
  useQuery({
    queryKey: ["dk-erasures", customerId],
    queryFn: async () => {
      const query = new URLSearchParams({ customer_id: customerId, limit: "1" })
      const answer = (await getJson(`${ERASURES}?${query.toString()}`)) as AdminErasureListResponse
      return answer.erasures[0] ?? null
    },
    retry: retryUnlessRefused,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  })

type Subject = { customer_id: string; confirmed_order_ids: string[] }

/** What an erasure would do. Always read anew: it must not show yesterday's orders. */
export const useErasurePreview = (subject: Subject) =>
  useQuery({
    queryKey: ["dk-erasure-preview", subject],
    queryFn: async (): Promise<AdminErasurePreview> => {
      const answer = await postJson(`${ERASURES}/preview`, subject)
      return (answer as AdminErasurePreviewResponse).preview
    },
    gcTime: 0,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Nothing but the erasure is read again: the customer may be gone, and their page with them. */
export const useStartErasure = (customerId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (subject: Subject) =>
      (await postJson(ERASURES, subject)) as AdminErasureResponse,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["dk-erasures", customerId] }),
  })
}

export const useCancelErasure = (customerId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${ERASURES}/${id}/cancel`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ["dk-erasures", customerId] }),
  })
}
