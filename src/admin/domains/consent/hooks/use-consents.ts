import { useQuery } from "@tanstack/react-query"
import type {
  AdminConsentListResponse,
  AdminConsentNumbers,
  AdminCustomerConsentsResponse,
  AdminOrderConsentsResponse,
} from "../../../../types/http"
import { getJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

const CONSENTS = "/admin/privacy/consents"
const KEY = "dk-consents"

/** What to look for and in which order; an empty text is anything. */
type ConsentFilter = {
  purpose: string
  channel: string
  state: string
  q: string
  order: string
}

const asQuery = (values: Record<string, string | number>): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === "" ? [] : [[name, value.toString()]]
    )
  ).toString()

export const useConsents = (filter: ConsentFilter & { limit: number; offset: number }) =>
  useQuery({
    queryKey: [KEY, filter],
    queryFn: async () =>
      (await getJson(`${CONSENTS}?${asQuery(filter)}`)) as AdminConsentListResponse,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useConsentNumbers = (purpose: string) =>
  useQuery({
    queryKey: [KEY, "numbers", purpose],
    queryFn: async () =>
      (await getJson(`${CONSENTS}/numbers?${asQuery({ purpose })}`)) as AdminConsentNumbers,
    retry: retryUnlessRefused,
    placeholderData: (previous) => previous,
  })

export const useCustomerConsents = (customerId: string) =>
  useQuery({
    queryKey: [KEY, customerId],
    queryFn: async () =>
      (await getJson(`/admin/customers/${customerId}/consents`)) as AdminCustomerConsentsResponse,
    retry: retryUnlessRefused,
  })

export const useOrderConsents = (orderId: string) =>
  useQuery({
    queryKey: [KEY, orderId],
    queryFn: async () =>
      (await getJson(`/admin/orders/${orderId}/consents`)) as AdminOrderConsentsResponse,
    retry: retryUnlessRefused,
  })
