import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type {
  AdminChangeNotice,
  AdminCreateNotice,
  AdminNotice,
  AdminNoticeCheckResponse,
  AdminNoticeFallbackResponse,
  AdminNoticeHintsResponse,
  AdminNoticeListResponse,
  AdminNoticeResponse,
  AdminPublishNotice,
  AdminStarterNoticeResponse,
  NoticeKind,
} from "../../../../types/http"
import { deleteJson, getJson, postJson } from "../../../shared/api"
import { localeOf } from "../../../shared/locale"
import { retryUnlessRefused } from "../../../shared/retry"
import type { NoticeAbout } from "../notice-groups"

const NOTICES = "/admin/privacy/notices"
const KEY = "dk-notices"

type NoticeFilter = { kind: NoticeKind | null; limit: number; offset: number }

/** Versions of texts, newest first within each text. */
export const useNotices = ({ kind, limit, offset }: NoticeFilter) =>
  useQuery({
    queryKey: [KEY, kind, limit, offset],
    queryFn: async () => {
      const query = new URLSearchParams({
        ...(kind !== null && { kind }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(`${NOTICES}?${query.toString()}`)) as AdminNoticeListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Languages of the shop, and the texts that lack in one. */
export const useFallbacks = () =>
  useQuery({
    queryKey: [KEY, "fallbacks"],
    queryFn: async () => (await getJson(`${NOTICES}/fallbacks`)) as AdminNoticeFallbackResponse,
    retry: retryUnlessRefused,
  })

/** What a policy declares, held against the map. */
export const useNoticeCheck = (id: string, sha256: string) =>
  useQuery({
    queryKey: [KEY, "check", id, sha256],
    queryFn: async () => (await getJson(`${NOTICES}/${id}/check`)) as AdminNoticeCheckResponse,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

const PAUSE_MS = 600

/** Hints about a text, once it has not been typed in for a moment. */
export const useHints = (body: string) => {
  const [settled, setSettled] = useState(body)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(body)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [body])
  return useQuery({
    queryKey: [KEY, "hints", settled],
    queryFn: async () =>
      (
        (await postJson("/admin/privacy/notice-hints", {
          body: settled,
        })) as AdminNoticeHintsResponse
      ).hints,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })
}

type Basis = "consent" | "soft_opt_in"

/** A text to begin with. Shipped in Danish and English: for another language in the one that is nearest to staff. */
const readStarter = async (about: NoticeAbout, basis: Basis, language: string) => {
  const locale = /^(da|en)\b/.test(about.locale) ? about.locale : language
  const query = new URLSearchParams({
    kind: about.kind,
    locale: localeOf(locale),
    ...(about.purpose !== null && { purpose: about.purpose }),
    ...(about.channel !== null && { channel: about.channel, basis }),
  })
  const answer = await getJson(`${NOTICES}/starter?${query.toString()}`)
  return (answer as AdminStarterNoticeResponse).notice
}

export const useStarter = (language: string) =>
  useMutation({
    mutationFn: ({ about, basis }: { about: NoticeAbout; basis: Basis }) =>
      readStarter(about, basis, language),
  })

/** After a change everything about texts is read again. */
const useChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (input: Input) => (await change(input)) as AdminNoticeResponse,
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Begins a text with its starter. */
export const useBeginNotice = (language: string) =>
  useChange(async ({ about, basis }: { about: NoticeAbout; basis: Basis }) => {
    const { body, data } = await readStarter(about, basis, language)
    return postJson(NOTICES, { ...about, body, data } satisfies AdminCreateNotice)
  })

/** Begins the next version of a text with the newest one. */
export const useNextVersion = () =>
  useChange(({ kind, purpose, channel, locale, body, data }: AdminNotice) =>
    postJson(NOTICES, {
      kind,
      purpose,
      channel,
      locale,
      body,
      data,
    } satisfies AdminCreateNotice)
  )

export const useChangeNotice = (id: string) =>
  useChange((body: AdminChangeNotice) => postJson(`${NOTICES}/${id}`, body))

export const usePublish = (id: string) =>
  useChange((body: AdminPublishNotice) => postJson(`${NOTICES}/${id}/publish`, body))

export const useDeleteNotice = () => useChange((id: string) => deleteJson(`${NOTICES}/${id}`))
