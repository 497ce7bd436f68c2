import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminErasure,
  AdminErasureListResponse,
  AdminErasurePreview,
  AdminErasurePreviewResponse,
  AdminErasureResponse,
  AdminErasureStatus,
  AdminPersonalDataSubject,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import type { Locale } from "../../../shared/locale"
import { openPage } from "../../../shared/open-page"
import { retryUnlessRefused } from "../../../shared/retry"

const ERASURES = "/admin/privacy/erasures"
const KEY = "dk-erasures"
const POLL_MS = 10_000

const isUnderWay = ({ status }: AdminErasure): boolean =>
  status === "planned" || status === "running"

const readErasures = async (query: Record<string, string>): Promise<AdminErasureListResponse> =>
  (await getJson(
    `${ERASURES}?${new URLSearchParams(query).toString()}`
  )) as AdminErasureListResponse

/** The customer's latest erasure, read again while it is under way. */
export const useLatestErasure = (customerId: string) =>
  useQuery({
    queryKey: [KEY, customerId],
    queryFn: async () =>
      (await readErasures({ customer_id: customerId, limit: "1" })).erasures[0] ?? null,
    retry: retryUnlessRefused,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  })

type ErasureFilter = { status: AdminErasureStatus | null; limit: number; offset: number }

/** All erasures, the latest first; read again while one is under way. */
export const useErasureList = ({ status, limit, offset }: ErasureFilter) =>
  useQuery({
    queryKey: [KEY, { status, limit, offset }],
    queryFn: () =>
      readErasures({
        ...(status !== null && { status }),
        limit: limit.toString(),
        offset: offset.toString(),
      }),
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) => (state.data?.erasures.some(isUnderWay) ? POLL_MS : false),
  })

/** What an erasure would do. Always read anew: it must not show yesterday's orders. */
export const useErasurePreview = (subject: AdminPersonalDataSubject) =>
  useQuery({
    queryKey: ["dk-erasure-preview", subject],
    queryFn: async (): Promise<AdminErasurePreview> => {
      const answer = await postJson(`${ERASURES}/preview`, subject)
      return (answer as AdminErasurePreviewResponse).preview
    },
    gcTime: 0,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

/** Nothing but the erasures are read again: the customer may be gone, and their page with them. */
export const useStartErasure = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (subject: AdminPersonalDataSubject) =>
      (await postJson(ERASURES, subject)) as AdminErasureResponse,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export const useCancelErasure = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson(`${ERASURES}/${id}/cancel`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Shows the certificate of an erasure in a tab of its own, ready to print. */
export const useOpenCertificate = () =>
  useMutation({
    mutationFn: ({ id, locale }: { id: string; locale: Locale }) =>
      openPage(`${ERASURES}/${id}/certificate/html?locale=${locale}`),
  })
