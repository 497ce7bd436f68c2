import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminFindingListResponse,
  AdminFindingScanResponse,
  AdminFindingState,
  AdminInputCountsResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const FINDINGS = "/admin/privacy/findings"
const KEY = "dk-findings"

type FindingFilter = { state: AdminFindingState; limit: number; offset: number }

/** Findings of a state, the latest first, and how far the scan has come. */
export const useFindings = ({ state, limit, offset }: FindingFilter) =>
  useQuery({
    queryKey: [KEY, state, limit, offset],
    queryFn: async () => {
      const query = new URLSearchParams({
        state,
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${FINDINGS}?${query.toString()}`)) as AdminFindingListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Reads the next part of the database. */
export const useScan = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => (await postJson(`${FINDINGS}/scan`, {})) as AdminFindingScanResponse,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Takes a number out where it stands, or says that it is none. */
export const useChangeFinding = (act: "mask" | "dismiss") => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${FINDINGS}/${id}/${act}`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** What the input guard did in the last thirty days. */
export const useInputCounts = () =>
  useQuery({
    queryKey: ["dk-input-counts"],
    queryFn: async () => (await getJson("/admin/privacy/input-counts")) as AdminInputCountsResponse,
    retry: retryUnlessRefused,
  })
