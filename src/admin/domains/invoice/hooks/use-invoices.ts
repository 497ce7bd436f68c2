import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminFinancialYear,
  AdminFinancialYearsChangeResponse,
  AdminFinancialYearsResponse,
  AdminInvoiceListResponse,
  AdminInvoiceSeriesResponse,
  AdminInvoiceVerificationResponse,
  AdminKeptUntilResponse,
  AdminLackingOrdersResponse,
  AdminOpenInvoiceSeries,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const KEY = "dk-invoices"
const SERIES = "/admin/dk/invoice-series"
const YEARS = "/admin/dk/financial-years"

export type InvoiceFilter = {
  q: string
  kind: "invoice" | "credit_note" | null
  series: "test" | "live" | null
  order: string | undefined
  limit: number
  offset: number
}

/** Issued documents that meet the filter. */
export const useInvoices = ({ q, kind, series, order, limit, offset }: InvoiceFilter) =>
  useQuery({
    queryKey: [KEY, "list", { q, kind, series, order, limit, offset }],
    queryFn: async () => {
      const query = new URLSearchParams({
        ...(q !== "" && { q }),
        ...(kind !== null && { kind }),
        ...(series !== null && { series }),
        ...(order !== undefined && { order }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`/admin/dk/invoices?${query.toString()}`)) as AdminInvoiceListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: keepPreviousData,
  })

/** Orders whose due document is held back. */
export const useLackingOrders = () =>
  useQuery({
    queryKey: [KEY, "lacking"],
    queryFn: async () =>
      ((await getJson("/admin/dk/invoices/lacking")) as AdminLackingOrdersResponse).orders,
    retry: retryUnlessRefused,
  })

/** The series of numbers, the live one first. */
export const useInvoiceSeries = () =>
  useQuery({
    queryKey: [KEY, "series"],
    queryFn: async () => ((await getJson(SERIES)) as AdminInvoiceSeriesResponse).invoice_series,
    retry: retryUnlessRefused,
  })

/** Opens the series of valid numbers. */
export const useOpenSeries = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (series: AdminOpenInvoiceSeries) => postJson(SERIES, series),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Reads every number anew and tells whether it stands as it was sealed. */
export const useVerification = () =>
  useMutation({
    mutationFn: async () =>
      ((await getJson("/admin/dk/invoices/verification")) as AdminInvoiceVerificationResponse)
        .series,
  })

/** The shop's financial years, the earliest first. */
export const useFinancialYears = () =>
  useQuery({
    queryKey: [KEY, "years"],
    queryFn: async () => ((await getJson(YEARS)) as AdminFinancialYearsResponse).financial_years,
    retry: retryUnlessRefused,
  })

/** How many documents are kept through which month. */
export const useKeptUntil = () =>
  useQuery({
    queryKey: [KEY, "kept"],
    queryFn: async () =>
      ((await getJson("/admin/dk/invoices/kept-until")) as AdminKeptUntilResponse).kept,
    retry: retryUnlessRefused,
  })

type YearsInput = { years: AdminFinancialYear[]; isPreview: boolean }

/** Shows what a table of years moves, or puts it in force. */
export const useChangeYears = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ years, isPreview }: YearsInput) => {
      const body = { financial_years: years, preview: isPreview }
      return ((await postJson(YEARS, body)) as AdminFinancialYearsChangeResponse).moved
    },
    onSuccess: (_moved, { isPreview }) =>
      isPreview ? undefined : queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
