import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { AdminFullScanListResponse, AdminFullScanResponse } from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const SCANS = "/admin/privacy/scans"
const KEY = "dk-full-scans"
const POLL_MS = 2_000

/** The latest scan of the whole database; read again while it runs, and the erasures when it has ended. */
export const useLatestScan = () => {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: [KEY],
    queryFn: async () => (await getJson(`${SCANS}?limit=1`)) as AdminFullScanListResponse,
    retry: retryUnlessRefused,
    refetchInterval: ({ state }) => (state.data?.scans[0]?.status === "running" ? POLL_MS : false),
  })
  const scan = query.data?.scans[0]
  const ended = scan?.status === "done" ? scan.id : null
  useEffect(() => {
    if (ended !== null) void queries.invalidateQueries({ queryKey: ["dk-erasures"] })
  }, [ended, queries])
  return query
}

export const useStartScan = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => (await postJson(SCANS, {})) as AdminFullScanResponse,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
