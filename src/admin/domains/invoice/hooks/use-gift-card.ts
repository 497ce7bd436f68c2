import { useMutation, useQueryClient } from "@tanstack/react-query"
import { postJson } from "../../../shared/api"

/** Writes what kind of gift card a product is, beside whatever else its metadata holds. */
export const useSaveGiftCardKind = (id: string, metadata: Record<string, unknown>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (kind: string) =>
      postJson(`/admin/products/${id}`, { metadata: { ...metadata, dk_gift_card: kind } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["products"] }),
  })
}
