import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminRecordOfProcessingResponse,
  AdminSetRecordSecurity,
} from "../../../../types/http"
import { getFile, getJson, postJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { openPage } from "../../../shared/open-page"
import { retryUnlessRefused } from "../../../shared/retry"
import { saveFile } from "../../../shared/save-file"

const RECORD = "/admin/privacy/record-of-processing"
const KEY = "dk-record"

export const useRecord = (locale: Locale) =>
  useQuery({
    queryKey: [KEY, locale],
    queryFn: async () =>
      ((await getJson(`${RECORD}?locale=${locale}`)) as AdminRecordOfProcessingResponse)
        .record_of_processing,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Saves the paragraph on security. */
export const useSetRecordSecurity = (locale: Locale) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminSetRecordSecurity) => postJson(`${RECORD}?locale=${locale}`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Shows the record in a tab of its own, ready to print. */
export const usePrintRecord = (locale: Locale) =>
  useMutation({ mutationFn: () => openPage(`${RECORD}/html?locale=${locale}`) })

/** Hands the record as a table to the browser's downloads. */
export const useRecordTable = (locale: Locale) =>
  useMutation({
    mutationFn: async (fileName: string) => {
      saveFile(await getFile(`${RECORD}/csv?locale=${locale}`), `${fileName}-${locale}.csv`)
    },
  })
