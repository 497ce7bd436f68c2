import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminOverview, AdminOverviewResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"
import { useSayError } from "../../../shared/use-say-error"
import { READ_AGAIN, hasChanged } from "../has-changed"

const WHILE_OPEN_MS = 60_000

/** Everything the overview shows; what was done on another page counts at once. */
export const useOverview = (locale: Locale) => {
  const queries = useQueryClient()
  const sayError = useSayError()
  const queryKey = ["dk-overview", locale]
  const read = async (isFresh: boolean) => {
    const path = `/admin/privacy/overview?locale=${locale}&fresh=${String(isFresh)}`
    return ((await getJson(path)) as AdminOverviewResponse).overview
  }
  const query = useQuery({
    queryKey,
    queryFn: () =>
      read(hasChanged(queries, queries.getQueryData<AdminOverview>(queryKey)?.kept_seconds)),
    retry: retryUnlessRefused,
    refetchOnMount: "always",
    // A clock that runs is read anew; the rest can wait until somebody comes back.
    refetchInterval: ({ state: { data } }) =>
      (data?.numbers.breaches?.open ?? 0) > 0 ? WHILE_OPEN_MS : false,
  })
  const anew = useMutation({
    mutationKey: READ_AGAIN,
    mutationFn: () => read(true),
    onSuccess: (overview) => {
      queries.setQueryData(queryKey, overview)
    },
    onError: sayError,
  })
  return { query, anew }
}
