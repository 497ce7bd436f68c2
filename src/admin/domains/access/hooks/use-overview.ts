import { useQuery } from "@tanstack/react-query"
import type { AdminOverviewResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"

const WHILE_OPEN_MS = 60_000

/** Everything the overview shows; what was done on another page counts at once. */
export const useOverview = (locale: Locale) =>
  useQuery({
    queryKey: ["dk-overview", locale],
    queryFn: async () =>
      ((await getJson(`/admin/privacy/overview?locale=${locale}`)) as AdminOverviewResponse)
        .overview,
    retry: retryUnlessRefused,
    refetchOnMount: "always",
    // A clock that runs is read anew; the rest can wait until somebody comes back.
    refetchInterval: ({ state: { data } }) =>
      (data?.numbers.breaches?.open ?? 0) > 0 ? WHILE_OPEN_MS : false,
  })
