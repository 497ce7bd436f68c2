import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminConfirmSelection,
  AdminCreateSelection,
  AdminSelection,
  AdminSelectionResponse,
} from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const SELECTIONS = "/admin/privacy/selections"
const keyOf = (id: string | null): [string, string | null] => ["dk-selection", id]

const selectionOf = (answer: unknown): AdminSelection =>
  (answer as AdminSelectionResponse).selection

/** A search that was made; read by its id, so that a reload finds it again. */
export const useSelection = (id: string | null) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: async () => selectionOf(await getJson(`${SELECTIONS}/${id ?? ""}`)),
    enabled: id !== null,
    retry: retryUnlessRefused,
  })

export const useCreateSelection = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (search: AdminCreateSelection) =>
      selectionOf(await postJson(SELECTIONS, search)),
    onSuccess: (selection) => {
      queries.setQueryData(keyOf(selection.id), selection)
    },
  })
}

/** Notes which of the rows are the person's. */
export const useConfirmSelection = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (ids: string[]) => {
      const body: AdminConfirmSelection = { confirmed_ids: ids }
      return selectionOf(await postJson(`${SELECTIONS}/${id}`, body))
    },
    onSuccess: (selection) => {
      queries.setQueryData(keyOf(id), selection)
    },
  })
}
