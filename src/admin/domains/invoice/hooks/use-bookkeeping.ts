import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminBookkeepingAccount,
  AdminBookkeepingAccountsResponse,
  AdminBookkeepingDifferencesResponse,
  AdminLatePaymentsResponse,
} from "../../../../types/http"
import { getFile, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { saveFile } from "../../../shared/save-file"

const KEY = "dk-bookkeeping"
const PATH = "/admin/dk/bookkeeping"

export type AccountNumbers = Record<AdminBookkeepingAccount, string | null>

/** The store's account numbers by what they are for. */
export const useAccounts = () =>
  useQuery({
    queryKey: [KEY, "accounts"],
    queryFn: async () =>
      ((await getJson(`${PATH}/accounts`)) as AdminBookkeepingAccountsResponse).accounts,
    retry: retryUnlessRefused,
  })

/** Writes account numbers; null takes one away. */
export const useChangeAccounts = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (accounts: AccountNumbers) => postJson(`${PATH}/accounts`, { accounts }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Orders of a month whose documents and money differ. */
export const useDifferences = (month: string) =>
  useQuery({
    queryKey: [KEY, "differences", month],
    queryFn: async () =>
      ((await getJson(`${PATH}/differences?month=${month}`)) as AdminBookkeepingDifferencesResponse)
        .differences,
    enabled: /^20\d{2}-\d{2}$/.test(month),
    retry: retryUnlessRefused,
  })

/** What a month's file has since the month was over. */
export const useLatePayments = (month: string) =>
  useQuery({
    queryKey: [KEY, "late", month],
    queryFn: async () =>
      ((await getJson(`${PATH}/late-payments?month=${month}`)) as AdminLatePaymentsResponse)
        .late_payments,
    enabled: /^20\d{2}-\d{2}$/.test(month),
    retry: retryUnlessRefused,
  })

/** Saves a month's entries as CSV. */
export const useSaveMonth = () =>
  useMutation({
    mutationFn: async (month: string) => {
      saveFile(await getFile(`${PATH}?month=${month}`), `bogfoering-${month}.csv`)
    },
  })
