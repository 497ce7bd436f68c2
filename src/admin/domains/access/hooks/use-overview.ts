import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { QueryClient } from "@tanstack/react-query"
import type { AdminOverviewResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"
import { useSayError } from "../../../shared/use-say-error"

const WHILE_OPEN_MS = 60_000
const KEPT_MS = 60_000

/** Whoever changed something here does not wait for what the server keeps for a minute. */
const hasChanged = (queries: QueryClient): boolean =>
  queries
    .getMutationCache()
    .getAll()
    .some(({ state }) => state.submittedAt > Date.now() - KEPT_MS)

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
    queryFn: () => read(hasChanged(queries)),
    retry: retryUnlessRefused,
    refetchOnMount: "always",
    // A clock that runs is read anew; the rest can wait until somebody comes back.
    refetchInterval: ({ state: { data } }) =>
      (data?.numbers.breaches?.open ?? 0) > 0 ? WHILE_OPEN_MS : false,
  })
  const anew = useMutation({
    mutationFn: () => read(true),
    onSuccess: (overview) => {
      queries.setQueryData(queryKey, overview)
    },
    onError: sayError,
  })
  return { query, anew }
}
