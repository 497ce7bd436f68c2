import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminChangeRecipient,
  AdminCreateRecipient,
  AdminRecipientListResponse,
  AdminRecipientTask,
  AdminRecipientTaskListResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"
import type { TaskAction } from "../recipients"

const RECIPIENTS = "/admin/privacy/recipients"
const KEY = "dk-recipients"

/** The register, and the presets that are not in it. */
export const useRecipients = () =>
  useQuery({
    queryKey: [KEY],
    queryFn: async () => (await getJson(RECIPIENTS)) as AdminRecipientListResponse,
    retry: retryUnlessRefused,
  })

const useChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export const useAddRecipient = () =>
  useChange((body: AdminCreateRecipient) => postJson(RECIPIENTS, body))

export const useChangeRecipient = (id: string) =>
  useChange((body: AdminChangeRecipient) => postJson(`${RECIPIENTS}/${id}`, body))

type TaskFilter = {
  state?: AdminRecipientTask["state"]
  causeId?: string
  limit: number
  offset: number
}

/** Tasks to tell somebody, those that wait first. */
export const useRecipientTasks = ({ state, causeId, limit, offset }: TaskFilter) =>
  useQuery({
    queryKey: [KEY, "tasks", { state, causeId, limit, offset }],
    queryFn: async () => {
      const query = new URLSearchParams({
        ...(state && { state }),
        ...(causeId !== undefined && { cause_id: causeId }),
        limit: limit.toString(),
        offset: offset.toString(),
      })
      return (await getJson(
        `${RECIPIENTS}/tasks?${query.toString()}`
      )) as AdminRecipientTaskListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useActOnTask = (id: string) =>
  useChange((action: TaskAction) => postJson(`${RECIPIENTS}/tasks/${id}/${action}`, {}))
