import { useMutation, useQuery } from "@tanstack/react-query"
import type {
  AdminNetsAccountCheckResponse,
  AdminNetsAccountListResponse,
  AdminNetsMetricsResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const POLL_MS = 30_000

/** Whether inbox and sweep keep up. */
export const useMetrics = () =>
  useQuery({
    queryKey: ["dk-nets", "metrics"],
    queryFn: async () =>
      ((await getJson("/admin/dk/nets/metrics")) as AdminNetsMetricsResponse).metrics,
    retry: retryUnlessRefused,
    refetchInterval: POLL_MS,
  })

/** The accounts of the options. */
export const useAccounts = () =>
  useQuery({
    queryKey: ["dk-nets", "accounts"],
    queryFn: async () =>
      ((await getJson("/admin/dk/nets/accounts")) as AdminNetsAccountListResponse).accounts,
    retry: retryUnlessRefused,
  })

/** Asks Nets whether an account's key works; creates nothing. */
export const useCheckAccount = () =>
  useMutation({
    mutationFn: async (name: string) => {
      const path = `/admin/dk/nets/accounts/${encodeURIComponent(name)}/check`
      return ((await postJson(path, {})) as AdminNetsAccountCheckResponse).account
    },
  })
