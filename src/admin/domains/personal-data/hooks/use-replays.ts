import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminLedgerResponse,
  AdminReplayListResponse,
  AdminReplayPreviewResponse,
  AdminReplayResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const REPLAYS = "/admin/privacy/replays"
const KEY = "dk-replays"
const LEDGER_KEY = "dk-ledger"
const POLL_MS = 2_000

/** Where the ledger stands; all of its lines are read for it, so it is asked again only when a replay begins or ends. */
export const useLedger = (isRunning: boolean) =>
  useQuery({
    queryKey: [LEDGER_KEY, { isRunning }],
    queryFn: async () => ((await getJson("/admin/privacy/ledger")) as AdminLedgerResponse).ledger,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Replays, the newest first; read again while one runs. */
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
