import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminOrderInvoices, DkInvoice } from "../../../../types/http"
import { getFile, getJson, postJson } from "../../../shared/api"
import { localeOf } from "../../../shared/locale"
import { openPage } from "../../../shared/open-page"
import { saveFile } from "../../../shared/save-file"

const POLL_MS = 2_000
const POLLS = 5

const pathOf = (orderId: string): string => `/admin/orders/${orderId}/dk-invoices`

/** The order's documents. A change of payment reads them again, until the document it leads to is there. */
export const useOrderInvoices = (orderId: string, paymentStatus: string) =>
  useQuery({
    queryKey: ["dk-invoices", orderId, paymentStatus],
    queryFn: async () => (await getJson(pathOf(orderId))) as AdminOrderInvoices,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      paymentStatus === "captured" &&
      state.data?.invoices.length === 0 &&
      state.data.waiting.length === 0 &&
      state.data.external_invoices.length === 0 &&
      state.dataUpdateCount < POLLS
        ? POLL_MS
        : false,
  })

/** Issues what is due, for when it was held back by a missing field. */
export const useIssueInvoices = (orderId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => (await postJson(pathOf(orderId), {})) as AdminOrderInvoices,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["dk-invoices"] }),
  })
}

/** Credits something of an invoice, or corrects it. */
export const useCreditInvoice = (orderId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => postJson(`/admin/orders/${orderId}/dk-credit-notes`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["dk-invoices", orderId] }),
  })
}

/** Opens the document in a tab of its own. */
export const useOpenInvoice = (language: string) =>
  useMutation({
    mutationFn: (id: string) =>
      openPage(`/admin/dk/invoices/${id}/html?locale=${localeOf(language)}`),
  })

/** Saves the document as a PDF that has its number for a name. */
export const useSaveInvoice = (language: string) =>
  useMutation({
    mutationFn: async ({ id, number }: Pick<DkInvoice, "id" | "number">) => {
      const pdf = await getFile(`/admin/dk/invoices/${id}/pdf?locale=${localeOf(language)}`)
      saveFile(pdf, `${number}.pdf`)
    },
  })
