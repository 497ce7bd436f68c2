import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateHold,
  AdminHoldListResponse,
  AdminHoldResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const HOLDS = "/admin/privacy/holds"
const KEY = "dk-holds"

type HoldFilter = { customer_id?: string; onlyActive?: boolean; limit: number; offset: number }

/** Holds, the latest first; those of one customer, or those in force, when asked. */
export const useHolds = (filter: HoldFilter) =>
  useQuery({
    queryKey: [KEY, filter],
    queryFn: async () => {
      const { customer_id: customerId, onlyActive = false, limit, offset } = filter
      const query = new URLSearchParams({
        ...(customerId !== undefined && { customer_id: customerId }),
        ...(onlyActive && { active: "true" }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${HOLDS}?${query.toString()}`)) as AdminHoldListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Makes the hold that `build` finds; answers null and makes none when it finds nobody. */
export const useCreateHold = (build: () => Promise<AdminCreateHold | null>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const hold = await build()
      return hold === null ? null : ((await postJson(HOLDS, hold)) as AdminHoldResponse)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export const useLiftHold = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${HOLDS}/${id}/lift`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
