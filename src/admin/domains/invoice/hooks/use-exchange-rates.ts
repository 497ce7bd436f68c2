import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminExchangeRate, AdminExchangeRatesResponse } from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const RATES = "/admin/dk/exchange-rates"
const KEY = ["dk-invoices", "rates"]

/** The rates written, the newest first. */
export const useExchangeRates = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => ((await getJson(RATES)) as AdminExchangeRatesResponse).exchange_rates,
    retry: retryUnlessRefused,
  })

/** Writes the rate of a day. */
export const useSaveExchangeRate = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (rate: AdminExchangeRate) => postJson(RATES, rate),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
