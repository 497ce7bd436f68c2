import { useQuery } from "@tanstack/react-query"
import type { AdminAccessEventList } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

export const LOG_KEY = "dk-access-log"

type LogFilter = {
  customer_id?: string
  user_id?: string
  order: string | undefined
  limit: number
  offset: number
}

/** Who read whose data. Asking is itself logged, so it is not asked again in the background. */
export const useAccessLog = (filter: LogFilter) =>
  useQuery({
    queryKey: [LOG_KEY, filter],
    queryFn: async () => {
      const { customer_id: customerId, user_id: userId, order, limit, offset } = filter
      const query = new URLSearchParams({
        ...(customerId !== undefined && { customer_id: customerId }),
        ...(userId !== undefined && { user_id: userId }),
        ...(order !== undefined && { order }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(
        `/admin/privacy/access-events?${query.toString()}`
      )) as AdminAccessEventList
    },
    retry: retryUnlessRefused,
    refetchOnWindowFocus: false,
    placeholderData: (previous) => previous,
  })
