import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AddressProtectionResponse, AdminShownAddressesResponse } from "../../../../types/http"
import { deleteJson, getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

/** A customer or an order, as paths of the admin API begin. */
export type AddressOwner = { kind: "customers" | "orders"; id: string }

const KEY = "dk-address-protection"
const pathOf = ({ kind, id }: AddressOwner) => `/admin/${kind}/${id}`

/** Whether staff sees the address, and who said that it is not shown. */
export const useAddressProtection = (owner: AddressOwner) =>
  useQuery({
    queryKey: [KEY, owner],
    queryFn: async () =>
      (await getJson(`${pathOf(owner)}/address-protection`)) as AddressProtectionResponse,
    retry: retryUnlessRefused,
  })

/** Records or ends it on the person's word; then everything on the screen is read again. */
export const useChangeProtection = (owner: AddressOwner) => {
  const queries = useQueryClient()
  const path = `${pathOf(owner)}/address-protection`
  return useMutation({
    mutationFn: (isProtected: boolean) => (isProtected ? postJson(path, {}) : deleteJson(path)),
    onSuccess: () => queries.invalidateQueries(),
  })
}

/** The addresses as they are. Asking is noted. */
export const useShownAddresses = (owner: AddressOwner) =>
  useMutation({
    mutationFn: async () =>
      (await postJson(`${pathOf(owner)}/shown-addresses`, {})) as AdminShownAddressesResponse,
  })
