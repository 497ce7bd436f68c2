import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateRestriction,
  AdminLiftRestriction,
  AdminRestrictionInForceResponse,
  AdminRestrictionListResponse,
  AdminRestrictionResponse,
  AdminRestrictionToldResponse,
  AdminTellOfLifting,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const RESTRICTIONS = "/admin/privacy/restrictions"
const KEY = "dk-restrictions"

type RestrictionFilter = { onlyActive?: boolean; limit: number; offset: number }

/** Restrictions, the latest first; only those in force, when asked. */
export const useRestrictions = (filter: RestrictionFilter) =>
  useQuery({
    queryKey: [KEY, filter],
    queryFn: async () => {
      const { onlyActive = false, limit, offset } = filter
      const query = new URLSearchParams({
        ...(onlyActive && { active: "true" }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${RESTRICTIONS}?${query.toString()}`)) as AdminRestrictionListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Why the data of a customer or an order may only be stored today. */
export const useRestrictionInForce = (path: string) =>
  useQuery({
    queryKey: [KEY, path],
    queryFn: async () => (await getJson(`${path}/restriction`)) as AdminRestrictionInForceResponse,
    retry: retryUnlessRefused,
  })

/** Makes the restriction that `build` finds; answers null and makes none when it finds nobody. */
export const useCreateRestriction = (build: () => Promise<AdminCreateRestriction | null>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const body = await build()
      return body === null
        ? null
        : ((await postJson(RESTRICTIONS, body)) as AdminRestrictionResponse)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Tells the person by mail that a restriction will be lifted, and answers when: the moment to lift it with. */
export const useTellOfLifting = (id: string) =>
  useMutation({
    mutationFn: async (body: AdminTellOfLifting) =>
      ((await postJson(`${RESTRICTIONS}/${id}/tell`, body)) as AdminRestrictionToldResponse)
        .told_at,
  })

export const useLiftRestriction = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminLiftRestriction) => postJson(`${RESTRICTIONS}/${id}/lift`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
