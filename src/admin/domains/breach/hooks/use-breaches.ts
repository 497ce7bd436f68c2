import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminBreach,
  AdminBreachListResponse,
  AdminBreachQuickStartsResponse,
  AdminBreachReportResponse,
  AdminBreachResponse,
  AdminOpenBreach,
  AdminReadBreachResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"

export const BREACHES = "/admin/privacy/breaches"
export const BREACHES_KEY = "dk-breaches"

/** How often a case is read again while people are being told, so that the numbers move. */
export const WHILE_TELLING_MS = 5_000

/** How often open cases are read again: somebody else may report or close one. */
const WHILE_OPEN_MS = 60_000

const isRunning = ({ state, must_report: isOwed, first_reported_at: reported }: AdminBreach) =>
  state === "open" && isOwed && reported === null

export type BreachFilter = {
  state?: "open" | "closed"
  is_drill?: boolean
  /** Part of a title, or the whole id. */
  q?: string
  order?: string | undefined
  limit: number
  offset: number
}

/** Cases that meet the filter. */
export const useBreaches = (filter: BreachFilter) =>
  useQuery({
    queryKey: [BREACHES_KEY, "list", filter],
    queryFn: async () => {
      const { state, is_drill: isDrill, q, order, limit, offset } = filter
      const query = new URLSearchParams({
        ...(state && { state }),
        ...(isDrill !== undefined && { is_drill: isDrill.toString() }),
        ...(q && { q }),
        ...(order !== undefined && { order }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${BREACHES}?${query.toString()}`)) as AdminBreachListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state: { data } }) =>
      data?.breaches.some(isRunning) ? WHILE_OPEN_MS : false,
  })

const isTelling = ({ breach }: AdminReadBreachResponse): boolean =>
  breach.people.notices.some(({ outcome }) => outcome === null)

const intervalOf = (data: AdminReadBreachResponse): number | false => {
  if (isTelling(data)) return WHILE_TELLING_MS
  return isRunning(data.breach) ? WHILE_OPEN_MS : false
}

/** One case with its timeline; read again by itself while people are being told, and while its clock runs. */
export const useBreach = (id: string) =>
  useQuery({
    queryKey: [BREACHES_KEY, id],
    queryFn: async () => (await getJson(`${BREACHES}/${id}`)) as AdminReadBreachResponse,
    retry: retryUnlessRefused,
    refetchInterval: ({ state: { data } }) => (data ? intervalOf(data) : false),
  })

/** What happens most, each with what to ask and what the form begins with. */
export const useQuickStarts = (locale: Locale) =>
  useQuery({
    queryKey: [BREACHES_KEY, "quick-starts", locale],
    queryFn: async () =>
      (
        (await getJson(
          `/admin/privacy/breach-quick-starts?locale=${locale}`
        )) as AdminBreachQuickStartsResponse
      ).quick_starts,
    retry: retryUnlessRefused,
    staleTime: Infinity,
  })

/** What the authority asks for, as it is known now. */
export const useReport = (id: string, locale: Locale) =>
  useQuery({
    queryKey: [BREACHES_KEY, id, "report", locale],
    queryFn: async () =>
      ((await getJson(`${BREACHES}/${id}/report?locale=${locale}`)) as AdminBreachReportResponse)
        .report,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useOpenBreach = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: AdminOpenBreach) =>
      (await postJson(BREACHES, body)) as AdminBreachResponse,
    // Not waited for: what is read anew may have no place for the form that is to say it is done.
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [BREACHES_KEY] })
    },
  })
}

/** Adds to a case: the route's last word, and what it asks for. */
export const useActOnBreach = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      postJson(`${BREACHES}/${id}/${path}`, body),
    // Somebody else may have changed it meanwhile: then the page is to show it. Not waited for, as above.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [BREACHES_KEY] })
    },
  })
}
