import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminReplayListResponse,
  AdminReplayPreviewResponse,
  AdminReplayResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const REPLAYS = "/admin/privacy/replays"
const KEY = "dk-replays"
const POLL_MS = 2_000

/** Replays, the newest first, and where the ledger stands; read again while one runs. */
export const useReplays = ({ limit, offset }: { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, { limit, offset }],
    queryFn: async () =>
      (await getJson(
        `${REPLAYS}?limit=${limit.toString()}&offset=${offset.toString()}`
      )) as AdminReplayListResponse,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.replays.some(({ status }) => status === "running") ? POLL_MS : false,
  })

/** What a replay would do now; it takes a while and changes nothing. */
export const useReplayPreview = () =>
  useMutation({
    mutationFn: async () =>
      ((await postJson(`${REPLAYS}/preview`, {})) as AdminReplayPreviewResponse).preview,
  })

export const useStartReplay = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => ((await postJson(REPLAYS, {})) as AdminReplayResponse).replay,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
