import type { Headers } from "./shop"
import { store } from "./store"
import type { Suite } from "./suite"

type NewProduct = { title: string; price: number; isGiftCard?: boolean; kind?: string }

/** A product of one variant that is always in stock; `kind` is what sort of gift card it is. */
export const makeProduct = async (
  suite: Suite,
  headers: Headers,
  { title, price, isGiftCard = false, kind }: NewProduct
): Promise<{ id: string; handle: string }> => {
  const { status, body, text } = await suite.call<{ product: { id: string; handle: string } }>(
    "POST",
    "/admin/products",
    {
      headers,
      body: {
        title,
        status: "published",
        is_giftcard: isGiftCard,
        ...(kind !== undefined && { metadata: { dk_gift_card: kind } }),
        options: [{ title: "Beløb", values: ["fast"] }],
        variants: [
          {
            title: "fast",
            options: { Beløb: "fast" },
            manage_inventory: false,
            prices: [{ amount: price, currency_code: "dkk" }],
          },
        ],
        sales_channels: [{ id: store().salesChannelId }],
      },
    }
  )
  if (status !== 200) throw new Error(text)
  return body.product
}
