import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminReadSubjectRequestResponse,
  AdminCreateSubjectRequest,
  AdminSubjectRequestKind,
  AdminSubjectRequestListResponse,
  AdminSubjectRequestResponse,
  AdminSubjectRequestState,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

export const REQUESTS = "/admin/privacy/requests"
export const REQUESTS_KEY = "dk-requests"

export type RequestFilter = {
  /** Left out: both those that wait and those that ended. */
  open?: boolean
  state?: AdminSubjectRequestState
  kind?: AdminSubjectRequestKind
  /** Part of a name or an e-mail, or the whole id. */
  q?: string
  order?: string | undefined
  limit: number
  offset: number
}

/** Requests that meet the filter. */
export const useRequests = (filter: RequestFilter) =>
  useQuery({
    queryKey: [REQUESTS_KEY, "list", filter],
    queryFn: async () => {
      const { open, state, kind, q, order, limit, offset } = filter
      const query = new URLSearchParams({
        ...(open !== undefined && { open: open.toString() }),
        ...(state && { state }),
        ...(kind && { kind }),
        ...(q && { q }),
        ...(order !== undefined && { order }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${REQUESTS}?${query.toString()}`)) as AdminSubjectRequestListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** One request with its timeline. */
export const useRequest = (id: string) =>
  useQuery({
    queryKey: [REQUESTS_KEY, id],
    queryFn: async () => (await getJson(`${REQUESTS}/${id}`)) as AdminReadSubjectRequestResponse,
    retry: retryUnlessRefused,
  })

export const useCreateRequest = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: AdminCreateSubjectRequest) =>
      (await postJson(REQUESTS, body)) as AdminSubjectRequestResponse,
    onSuccess: () => queries.invalidateQueries({ queryKey: [REQUESTS_KEY] }),
  })
}

/** Adds a decision to a request: the route's last word, and what it asks for. */
export const useDecide = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      postJson(`${REQUESTS}/${id}/${path}`, body),
    // Somebody else may have decided meanwhile: then the page is to show it.
    onSettled: () => queries.invalidateQueries({ queryKey: [REQUESTS_KEY] }),
  })
}
