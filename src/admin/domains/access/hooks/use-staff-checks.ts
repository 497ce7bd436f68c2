import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateStaffCheck,
  AdminStaffCheckListResponse,
  AdminUpdateStaffCheck,
} from "../../../../types/http"
import { deleteJson, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const CHECKS = "/admin/privacy/staff-checks"
const KEY = "dk-staff-checks"

/** Checks, those that ask for something first. */
export const useStaffChecks = ({ limit, offset }: { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, limit, offset],
    queryFn: async () => {
      const query = new URLSearchParams({ limit: limit.toString(), offset: offset.toString() })
      return (await getJson(`${CHECKS}?${query.toString()}`)) as AdminStaffCheckListResponse
    },
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

const useChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export const useCreateStaffCheck = () =>
  useChange((check: AdminCreateStaffCheck) => postJson(CHECKS, check))

export const useUpdateStaffCheck = (id: string) =>
  useChange((change: AdminUpdateStaffCheck) => postJson(`${CHECKS}/${id}`, change))

export const useDeleteStaffCheck = () => useChange((id: string) => deleteJson(`${CHECKS}/${id}`))

type User = { id: string; email: string; first_name: string | null; last_name: string | null }

/** Who has a login, by name, to choose among. */
export const useStaffUsers = () =>
  useQuery({
    queryKey: ["dk-staff-users"],
    queryFn: async () => {
      const path = "/admin/users?limit=200&fields=id,email,first_name,last_name"
      const { users } = (await getJson(path)) as { users: User[] }
      return users.map(({ id, email, first_name: first, last_name: last }) => ({
        value: id,
        label: [first, last].filter(Boolean).join(" ") || email,
      }))
    },
    retry: retryUnlessRefused,
  })
