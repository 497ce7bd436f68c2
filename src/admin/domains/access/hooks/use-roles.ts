import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminGiveRole, AdminRoles } from "../../../../types/http"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const ROLES = "/admin/privacy/roles"
const KEY = ["dk-roles"]

/** Who works here and what they may. */
export const useRoles = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await getJson(ROLES)) as AdminRoles,
    retry: retryUnlessRefused,
  })

/** Gives a user a role, or takes it with null. */
export const useGiveRole = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminGiveRole) => postJson(ROLES, body),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
