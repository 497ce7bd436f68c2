import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { getJson, postJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"
import { LOG_KEY } from "./use-access-log"

const NOTICES = "/admin/privacy/notices"

type Starter = { notice: { body: string } }
type Draft = { notice: { id: string } }

/** A text to begin with, in the shop's own name. */
export const useStarterNotice = (locale: Locale) =>
  useQuery({
    queryKey: ["dk-starter-notice", locale],
    queryFn: async () =>
      ((await getJson(`${NOTICES}/starter?kind=staff&locale=${locale}`)) as Starter).notice.body,
    retry: retryUnlessRefused,
    staleTime: Infinity,
  })

/** Publishes the notice to staff at once; from then on reads are logged. */
export const usePublishNotice = (locale: Locale) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: string) => {
      const { notice } = (await postJson(NOTICES, { kind: "staff", locale, body })) as Draft
      return postJson(`${NOTICES}/${notice.id}/publish`, {})
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [LOG_KEY] }),
  })
}
