import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffectedListResponse,
  AdminAffectedPreviewResponse,
  AdminAffectedQuery,
  AdminAffectedResponse,
  AdminToldByHand,
} from "../../../../types/http"
import { deleteJson, getFile, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import { saveFile } from "../../../shared/save-file"
import { findHoldOwner } from "../../personal-data/find-hold-owner"
import type { Named } from "../query-draft"
import { BREACHES, BREACHES_KEY, WHILE_TELLING_MS } from "./use-breaches"

export const PEOPLE_STATES = ["untold", "waiting", "told"] as const
export type PeopleState = (typeof PEOPLE_STATES)[number]

type AffectedFilter = { state?: PeopleState; limit: number; offset: number }

const isWaiting = ({ people }: AdminAffectedListResponse): boolean =>
  people.some(({ notices }) => notices.some(({ outcome }) => outcome === null))

/**
 * Who is affected, page by page. Read again by itself while people are being told, and until the last one on the page stands as
 * told: the case may be read anew before its list is.
 */
export const useAffected = (id: string, filter: AffectedFilter, isTelling: boolean) =>
  useQuery({
    queryKey: [BREACHES_KEY, id, "affected", filter],
    queryFn: async () => {
      const { state, limit, offset } = filter
      const query = new URLSearchParams({
        ...(state && { state }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(
        `${BREACHES}/${id}/affected?${query.toString()}`
      )) as AdminAffectedListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state: { data } }) =>
      isTelling || (data && isWaiting(data)) ? WHILE_TELLING_MS : false,
  })

/** Counts whom a query finds; nobody is added. */
export const usePreviewAffected = (id: string) =>
  useMutation({
    mutationFn: async (query: AdminAffectedQuery) =>
      (await postJson(`${BREACHES}/${id}/affected/preview`, query)) as AdminAffectedPreviewResponse,
  })

const useChange = <Body, Answer>(change: (body: Body) => Promise<Answer>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    // Not waited for: what is read anew may have no place for the form that is to say it is done.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [BREACHES_KEY] })
    },
  })
}

export const useAddAffected = (id: string) =>
  useChange(
    async (query: AdminAffectedQuery) =>
      (await postJson(`${BREACHES}/${id}/affected`, query)) as AdminAffectedResponse
  )

/** Empties a list of whom nobody has been told. */
export const useClearAffected = (id: string) =>
  useChange(() => deleteJson(`${BREACHES}/${id}/affected`))

/** Notes that somebody was called or written to, or could not be reached. */
export const useTellByHand = (id: string) =>
  useChange(({ personId, ...body }: AdminToldByHand & { personId: string }) =>
    postJson(`${BREACHES}/${id}/affected/${personId}/told`, body)
  )

/** Saves the list of those to call or write to. */
export const useCallList = (id: string) =>
  useMutation({
    mutationFn: async (name: string) => {
      saveFile(await getFile(`${BREACHES}/${id}/call-list`), name)
    },
  })

export type Found = Named & { unknown: string[] }

/** Ids as they are, e-mails and order numbers as what they belong to. */
const findOne = async (
  line: string
): Promise<{ customer_id: string } | { order_id: string } | null> => {
  if (line.startsWith("cus_")) return { customer_id: line }
  if (line.startsWith("order_")) return { order_id: line }
  return findHoldOwner({ kind: line.includes("@") ? "customer" : "order", text: line })
}

/** Whom lines that staff typed mean; one after the other, not to ask for hundreds at once. */
export const findNamed = async (lines: readonly string[]): Promise<Found> => {
  const found: Found = { customer_ids: [], order_ids: [], unknown: [] }
  for (const line of lines) {
    const owner = await findOne(line)
    if (owner === null) found.unknown.push(line)
    else if ("customer_id" in owner) found.customer_ids.push(owner.customer_id)
    else found.order_ids.push(owner.order_id)
  }
  return found
}
