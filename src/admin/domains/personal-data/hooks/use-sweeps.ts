import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminParkedListResponse,
  AdminSweepListResponse,
  AdminSweepPreviewResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const SWEEPS = "/admin/privacy/sweeps"
const PARKED = "/admin/privacy/parked"
const KEY = "dk-sweeps"
const PARKED_KEY = "dk-parked"
const WHILE_RUNNING_MS = 2000

type Range = { limit: number; offset: number }

const pathOf = (path: string, { limit, offset }: Range): string =>
  `${path}?${new URLSearchParams({ limit: limit.toString(), offset: offset.toString() }).toString()}`

/** Sweeps, the latest first; asked again and again while one is running. */
export const useSweeps = (range: Range) =>
  useQuery({
    queryKey: [KEY, range],
    queryFn: async () => (await getJson(pathOf(SWEEPS, range))) as AdminSweepListResponse,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.sweeps.some(({ status }) => status === "running") ? WHILE_RUNNING_MS : false,
  })

/** What a sweep would do now. */
export const usePreviewSweep = () =>
  useMutation({
    mutationFn: async () =>
      ((await postJson(`${SWEEPS}/preview`, {})) as AdminSweepPreviewResponse).preview,
  })

export const useStartSweep = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => postJson(SWEEPS, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** What sweeps could not erase. */
export const useParked = (range: Range) =>
  useQuery({
    queryKey: [PARKED_KEY, range],
    queryFn: async () => (await getJson(pathOf(PARKED, range))) as AdminParkedListResponse,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useRetryParked = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${PARKED}/${id}/retry`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [PARKED_KEY] }),
  })
}
