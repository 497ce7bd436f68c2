import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminExternalInvoiceImportResponse,
  AdminImportExternalInvoices,
  AdminInvoiceRequestListResponse,
  AdminRecordExternalInvoice,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

/** All that is read about invoices: a number changes the order's box and the lists. */
const KEY = "dk-invoices"

/** What waits for a number of the bookkeeping system, the longest first. */
export const useWaitingRequests = ({ limit, offset }: { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, "requests", { limit, offset }],
    queryFn: async () =>
      (await getJson(
        `/admin/dk/invoice-requests?status=waiting&limit=${limit.toString()}&offset=${offset.toString()}`
      )) as AdminInvoiceRequestListResponse,
    retry: retryUnlessRefused,
    placeholderData: keepPreviousData,
  })

/** Records a number of an order, or corrects one. */
export const useRecordNumber = (orderId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (number: AdminRecordExternalInvoice) =>
      postJson(`/admin/orders/${orderId}/external-invoices`, number),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Records the numbers of a file, or only tells what would come of it. */
export const useImportNumbers = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (file: AdminImportExternalInvoices) =>
      (await postJson(
        "/admin/dk/external-invoices/import",
        file
      )) as AdminExternalInvoiceImportResponse,
    onSuccess: (_answer, { dry_run: isDryRun }) =>
      isDryRun ? undefined : queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
