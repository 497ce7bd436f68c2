import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAudienceCountResponse,
  AdminAudienceQuery,
  AdminSuppressionAddress,
  MarketingChannel,
  StoreNoticeListResponse,
} from "../../../../types/http"
import { getFile, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { saveFile } from "../../../shared/save-file"

const AUDIENCE = "/admin/privacy/marketing-audience"
const SUPPRESSIONS = "/admin/privacy/suppressions"
const KEY = "dk-marketing-audience"

/** What the shop has a text for: each purpose with its channels. */
export type Purpose = { purpose: string; channels: MarketingChannel[] }

const purposesOf = ({ notices }: StoreNoticeListResponse): Purpose[] => {
  const found = new Map<string, MarketingChannel[]>()
  for (const { purpose, channel, published_at: published } of notices) {
    if (purpose === null || channel === null || published === null) continue
    const channels = found.get(purpose) ?? []
    if (!channels.includes(channel)) found.set(purpose, [...channels, channel])
  }
  return [...found].map(([purpose, channels]) => ({ purpose, channels }))
}

/** Purposes and channels that there are published texts for. */
export const useMarketingPurposes = () =>
  useQuery({
    queryKey: [KEY, "purposes"],
    queryFn: async () => {
      const path = "/admin/privacy/notices?kind=marketing&limit=100"
      return purposesOf((await getJson(path)) as StoreNoticeListResponse)
    },
    retry: retryUnlessRefused,
  })

const queryOf = ({ purpose, channel }: AdminAudienceQuery): string =>
  new URLSearchParams({ purpose, channel }).toString()

/** How many may be reached now. */
export const useAudienceCount = (asked: AdminAudienceQuery) =>
  useQuery({
    queryKey: [KEY, "count", asked.purpose, asked.channel],
    queryFn: async () => {
      const answer = await getJson(`${AUDIENCE}/count?${queryOf(asked)}`)
      return (answer as AdminAudienceCountResponse).count
    },
    retry: retryUnlessRefused,
  })

/** Fetches the list and hands it to the browser's downloads. */
export const useDownloadAudience = (asked: AdminAudienceQuery) =>
  useMutation({
    mutationFn: async () => {
      const file = await getFile(`${AUDIENCE}?${queryOf(asked)}`)
      saveFile(file, `marketing-${asked.purpose}-${asked.channel}.csv`)
    },
  })

/** Enters an objection that a call or a letter brought. */
export const useEnterObjection = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (address: AdminSuppressionAddress) => postJson(SUPPRESSIONS, address),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
