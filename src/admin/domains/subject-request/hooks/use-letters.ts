import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminLetterPreviewResponse,
  AdminPreviewLetter,
  AdminSubjectRequestLettersResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { openPage } from "../../../shared/open-page"
import { retryUnlessRefused } from "../../../shared/retry"
import { REQUESTS, REQUESTS_KEY } from "./use-requests"

/** The letters a request owes. */
export const useLetters = (requestId: string) =>
  useQuery({
    queryKey: [REQUESTS_KEY, requestId, "letters"],
    queryFn: async () =>
      (await getJson(`${REQUESTS}/${requestId}/letters`)) as AdminSubjectRequestLettersResponse,
    retry: retryUnlessRefused,
  })

/** Reads the letter that a decision would owe. */
export const useLetterPreview = (requestId: string) =>
  useMutation({
    mutationFn: async (body: AdminPreviewLetter) =>
      (
        (await postJson(
          `${REQUESTS}/${requestId}/letters/preview`,
          body
        )) as AdminLetterPreviewResponse
      ).preview,
  })

/** Shows a letter in a tab of its own, ready to print. */
export const usePrintLetter = (requestId: string) =>
  useMutation({
    mutationFn: (id: string) => openPage(`${REQUESTS}/${requestId}/letters/${id}/html`),
  })

export const useMarkLetterSent = (requestId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${REQUESTS}/${requestId}/letters/${id}/mark-sent`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [REQUESTS_KEY] }),
  })
}
