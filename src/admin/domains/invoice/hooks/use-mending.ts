import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { getJson, postJson } from "../../../shared/api"
import { retryUnlessRefused } from "../../../shared/retry"

/** The parts of an address on an invoice. Medusa lets nobody change an order's country. */
export const ADDRESS_FIELDS = [
  "first_name",
  "last_name",
  "address_1",
  "address_2",
  "postal_code",
  "city",
] as const

export type AddressField = (typeof ADDRESS_FIELDS)[number]

type Order = {
  currency_code: string
  billing_address: Partial<Record<AddressField, string | null>> | null
  items: { product_id: string | null; is_giftcard: boolean }[]
}

const FIELDS = "currency_code,*billing_address,items.product_id,items.is_giftcard"

/** What Medusa knows of an order that its invoice lacks something of. */
export const useOrderToMend = (orderId: string) =>
  useQuery({
    queryKey: ["dk-invoices", "to-mend", orderId],
    queryFn: async () =>
      ((await getJson(`/admin/orders/${orderId}?fields=${FIELDS}`)) as { order: Order }).order,
    retry: retryUnlessRefused,
    // Staff types over what is there, so it must be what is there now.
    gcTime: 0,
  })

/** Writes the billing address of an order. */
export const useSaveAddress = (orderId: string) =>
  useMutation({
    mutationFn: (address: Partial<Record<AddressField, string | null>>) =>
      postJson(`/admin/orders/${orderId}`, { billing_address: address }),
  })

type Product = { id: string; title: string; metadata: Record<string, unknown> | null }

/** The gift cards among an order's products. */
export const useGiftCards = (order: Order | undefined) => {
  const ids = (order?.items ?? []).flatMap(({ product_id: id, is_giftcard: isCard }) =>
    isCard && id !== null ? [id] : []
  )
  return useQuery({
    queryKey: ["dk-invoices", "gift-cards", ids],
    queryFn: async () => {
      if (ids.length === 0) return []
      const query = new URLSearchParams({ fields: "id,title,metadata" })
      for (const id of new Set(ids)) query.append("id[]", id)
      return ((await getJson(`/admin/products?${query.toString()}`)) as { products: Product[] })
        .products
    },
    enabled: order !== undefined,
    retry: retryUnlessRefused,
    gcTime: 0,
  })
}

type Chosen = { product: Product; kind: string }

/** Writes what kind of gift cards products are, beside whatever else their metadata holds. */
export const useSaveGiftCards = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (chosen: Chosen[]) => {
      for (const { product, kind } of chosen) {
        const metadata = { ...product.metadata, dk_gift_card: kind }
        await postJson(`/admin/products/${product.id}`, { metadata })
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["products"] }),
  })
}
