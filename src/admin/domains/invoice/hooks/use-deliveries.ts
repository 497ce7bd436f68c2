import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDeliveryOutcome,
  AdminInvoiceDeliveriesResponse,
  AdminInvoiceDeliveryResponse,
  AdminSendInvoice,
  AdminUndeliveredInvoicesResponse,
} from "../../../../types/http"
import { getFile, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { saveFile } from "../../../shared/save-file"

/** Everything about invoices is read again after something was sent. */
const KEY = "dk-invoices"

const pathOf = (invoiceId: string): string => `/admin/dk/invoices/${invoiceId}/deliveries`

/** How a document was sent, the newest first, and how it can be sent now. */
export const useDeliveries = (invoiceId: string) =>
  useQuery({
    queryKey: [KEY, "deliveries", invoiceId],
    queryFn: async () => (await getJson(pathOf(invoiceId))) as AdminInvoiceDeliveriesResponse,
    retry: retryUnlessRefused,
  })

/** Sends a document now. */
export const useSendInvoice = (invoiceId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: AdminSendInvoice) =>
      ((await postJson(pathOf(invoiceId), body)) as AdminInvoiceDeliveryResponse).delivery,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

type Settled = AdminDeliveryOutcome & { id: string }

/** Notes what became of a delivery that nobody else knows of. */
export const useSettleDelivery = (invoiceId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: Settled) => postJson(`${pathOf(invoiceId)}/${id}/outcome`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Saves the bytes of an e-invoice. */
export const useSaveXml = (invoiceId: string) =>
  useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      saveFile(await getFile(`${pathOf(invoiceId)}/${id}/xml`), name)
    },
  })

/** Documents that have not reached their buyer and will not by themselves. */
export const useUndelivered = () =>
  useQuery({
    queryKey: [KEY, "undelivered"],
    queryFn: async () =>
      ((await getJson("/admin/dk/invoices/undelivered")) as AdminUndeliveredInvoicesResponse)
        .undelivered,
    retry: retryUnlessRefused,
  })
