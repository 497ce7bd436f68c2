import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminBreachTip, AdminBreachTipListResponse } from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { BREACHES_KEY } from "./use-breaches"

const TIPS = "/admin/privacy/breach-reports"

type TipFilter = { state: AdminBreachTip["state"]; limit: number; offset: number }

/** What customers told the shop of. */
export const useTips = ({ state, limit, offset }: TipFilter) =>
  useQuery({
    queryKey: [BREACHES_KEY, "tips", state, limit, offset],
    queryFn: async () => {
      const query = new URLSearchParams({
        ...{ state, limit: limit.toString(), offset: offset.toString() },
      })
      return (await getJson(`${TIPS}?${query.toString()}`)) as AdminBreachTipListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Decides what becomes of a report: part of a case, or nothing. */
export const useDecideTip = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (breachId: string | null) =>
      breachId === null
        ? postJson(`${TIPS}/${id}/dismiss`, {})
        : postJson(`${TIPS}/${id}/link`, { breach_id: breachId }),
    // Not waited for: what is read anew may have no place for the form that is to say it is done.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [BREACHES_KEY] })
    },
  })
}
