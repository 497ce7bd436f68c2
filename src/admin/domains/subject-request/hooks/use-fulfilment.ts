import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type {
  AdminFulfilSubjectRequest,
  AdminFulfilSubjectRequestResponse,
  AdminSetSubjectOfRequest,
  AdminSubjectRequestPreviewResponse,
} from "../../../../types/http"
import { postJson } from "../../../shared/api"
import { downloadFrom } from "../../../shared/download"
import { retryUnlessRefused } from "../../../shared/retry"
import { REQUESTS, REQUESTS_KEY } from "./use-requests"

const PAUSE_MS = 400

const PREVIEW_KEY = "dk-request-preview"

/** A value once it has stood still for a moment, so that not every key asks the server. */
const useSettled = <Value>(value: Value): Value => {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return JSON.parse(settled) as Value
}

/** What carrying a request out would do. Always read anew: it must not show yesterday's orders. */
export const useFulfilmentPreview = (id: string, body: AdminFulfilSubjectRequest) => {
  const settled = useSettled(body)
  const query = useQuery({
    queryKey: [PREVIEW_KEY, id, settled],
    queryFn: async () =>
      (await postJson(`${REQUESTS}/${id}/preview`, settled)) as AdminSubjectRequestPreviewResponse,
    gcTime: 0,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })
  const isOfDraft = JSON.stringify(settled) === JSON.stringify(body) && !query.isPlaceholderData
  return { ...query, isCurrent: isOfDraft && query.data !== undefined }
}

/**
 * Carries a request out; a copy that it hands out goes straight to the browser's downloads. `onDone` is told before the page
 * is read again and may have no place for the form any more.
 */
export const useFulfil = (id: string, onDone: (hasCopy: boolean) => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: AdminFulfilSubjectRequest) => {
      const answer = await postJson(`${REQUESTS}/${id}/fulfil`, body)
      const { ticket } = answer as AdminFulfilSubjectRequestResponse
      if (ticket !== null) downloadFrom(`/admin/privacy/exports/${ticket.ticket}`)
      return ticket !== null
    },
    onSuccess: onDone,
    // Somebody else may have carried it out meanwhile: then the page is to show it.
    onSettled: () =>
      Promise.all(
        [REQUESTS_KEY, PREVIEW_KEY].map((key) => queries.invalidateQueries({ queryKey: [key] }))
      ),
  })
}

/** Records whom a request is about; `find` gives null when nobody is found. */
export const useSetSubject = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (find: () => Promise<AdminSetSubjectOfRequest | null>) => {
      const subject = await find()
      if (subject !== null) await postJson(`${REQUESTS}/${id}/subject`, subject)
      return subject
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [REQUESTS_KEY] }),
  })
}
