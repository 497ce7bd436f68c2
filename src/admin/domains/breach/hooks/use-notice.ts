import { useQuery } from "@tanstack/react-query"
import type { AdminBreachNoticeResponse } from "../../../../types/http"
import { getJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { BREACHES, BREACHES_KEY } from "./use-breaches"

/** What the people are told, as staff wrote it, or a text to begin from. */
export const useNotice = (id: string) =>
  useQuery({
    queryKey: [BREACHES_KEY, id, "notice"],
    queryFn: async () => (await getJson(`${BREACHES}/${id}/notice`)) as AdminBreachNoticeResponse,
    retry: retryUnlessRefused,
  })
