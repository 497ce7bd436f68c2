import { useQuery } from "@tanstack/react-query"
import { getJson } from "../../../shared/api"

type User = { user: { email: string; first_name: string | null; last_name: string | null } }

/** The name of a staff user, else their e-mail; undefined for who is gone or must not be shown. */
export const useStaffName = (id: string | null): string | undefined =>
  useQuery({
    queryKey: ["dk-staff-name", id],
    queryFn: async () => {
      const { user } = (await getJson(`/admin/users/${id ?? ""}`)) as User
      const { first_name: first, last_name: last, email } = user
      const name = [first, last].filter((part) => part !== null && part !== "").join(" ")
      return name === "" ? email : name
    },
    enabled: id !== null,
    retry: false,
    staleTime: Infinity,
  }).data
