import { ADDRESS, variantOf } from "./shop"
import type { Headers } from "./shop"
import { store } from "./store"
import type { Suite } from "./suite"

/** A draft order that staff types in, two of one product; gives its id. */
export const draftOrder = async (
  suite: Suite,
  headers: Headers,
  { email, handle, customer_id }: { email: string; handle: string; customer_id?: string }
): Promise<string> => {
  const answer = await suite.call<{ draft_order: { id: string } }>("POST", "/admin/draft-orders", {
    headers,
    body: {
      region_id: store().regionId,
      sales_channel_id: store().salesChannelId,
      email,
      ...(customer_id !== undefined && { customer_id }),
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
      items: [{ variant_id: await variantOf(suite, handle), quantity: 2 }],
    },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body.draft_order.id
}
