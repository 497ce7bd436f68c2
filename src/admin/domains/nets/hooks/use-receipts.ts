import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminNetsReceiptListResponse,
  AdminNetsReceiptResponse,
  AdminNetsReceiptState,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const RECEIPTS = "/admin/dk/nets/receipts"
const KEY = "dk-nets"
const POLL_MS = 30_000

type ReceiptFilter = { state: AdminNetsReceiptState | null; limit: number; offset: number }

/** The inbox, newest first. */
export const useReceipts = ({ state, limit, offset }: ReceiptFilter) =>
  useQuery({
    queryKey: [KEY, "receipts", { state, limit, offset }],
    queryFn: async () => {
      const query = new URLSearchParams({
        ...(state !== null && { state }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${RECEIPTS}?${query.toString()}`)) as AdminNetsReceiptListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: POLL_MS,
  })

/** Works on a webhook again at once. */
export const useProcessReceipt = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) =>
      (await postJson(`${RECEIPTS}/${id}/process`, {})) as AdminNetsReceiptResponse,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
