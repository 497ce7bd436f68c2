import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateStop,
  AdminRetentionChangeListResponse,
  AdminRetentionResponse,
  AdminSetRetention,
  AdminStopListResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { inShownOrder } from "../retention"

const RETENTION = "/admin/privacy/retention"
const STOPS = "/admin/privacy/stops"
/** What a stop or another term changes: counts, terms, what may go. */
const KEY = "dk-retention"
const STOP_KEY = "dk-stops"

/** Rules with their terms and counts, and the months to come. */
export const useRetention = () =>
  useQuery({
    queryKey: [KEY],
    queryFn: async () => {
      const { retention } = (await getJson(RETENTION)) as AdminRetentionResponse
      return { ...retention, rules: inShownOrder(retention.rules) }
    },
    retry: retryUnlessRefused,
  })

/** Who changed the term of a rule, when and why, the latest first. */
export const useRetentionChanges = (rule: string) =>
  useQuery({
    queryKey: [KEY, "changes", rule],
    queryFn: async () => {
      const query = new URLSearchParams({ rule, limit: "20" }).toString()
      return (await getJson(`${RETENTION}/changes?${query}`)) as AdminRetentionChangeListResponse
    },
    retry: retryUnlessRefused,
  })

const useChange = <Values>(change: (values: Values) => Promise<unknown>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([KEY, STOP_KEY].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  })
}

export const useSetRetention = () =>
  useChange((values: AdminSetRetention) => postJson(RETENTION, values))

type StopFilter = { onlyActive?: boolean; limit: number; offset: number }

/** Stops, the latest first; those in force when asked. */
export const useStops = (filter: StopFilter) =>
  useQuery({
    queryKey: [STOP_KEY, filter],
    queryFn: async () => {
      const { onlyActive = false, limit, offset } = filter
      const query = new URLSearchParams({
        ...(onlyActive && { active: "true" }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${STOPS}?${query.toString()}`)) as AdminStopListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useCreateStop = () => useChange((values: AdminCreateStop) => postJson(STOPS, values))

export const useLiftStop = (id: string) =>
  useChange((reason: string) => postJson(`${STOPS}/${id}/lift`, { reason }))
