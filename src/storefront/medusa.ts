import { readPayment } from "./payment"
import type { StorefrontPayment } from "./payment"
import type { Send } from "./request"
import type {
  StorefrontAddress,
  StorefrontCart,
  StorefrontCompletion,
  StorefrontProduct,
  StorefrontShippingOption,
} from "./types"

/**
 * What a cart can be told. `email` and the addresses are the customer's; `locale` is e.g. `da-DK`. After the error
 * `looks_like_cpr` the same with `confirm_not_cpr` says that it is no CPR number.
 */
export type StorefrontCartUpdate = {
  email?: string
  locale?: string
  shipping_address?: StorefrontAddress
  billing_address?: StorefrontAddress
  confirm_not_cpr?: boolean
}

type CartAnswer = { cart: StorefrontCart }
type Collection = {
  payment_collection: {
    id: string
    payment_sessions?: { provider_id: string; data: Record<string, unknown> }[]
  }
}

const PRODUCT_FIELDS = "id,title,handle,description,*variants.calculated_price"

/** Beside Medusa's default fields of a cart: what a summary shows. */
const CART_FIELDS = new URLSearchParams({
  fields: "+items.total,+shipping_methods.name",
}).toString()

const part = (id: string): string => encodeURIComponent(id)

/** Medusa's own routes that a checkout needs, for storefronts without Medusa's SDK. */
export const medusaCalls = (send: Send) => {
  const cartPath = (cartId: string, rest = "") =>
    `/store/carts/${part(cartId)}${rest}?${CART_FIELDS}`
  const post = <Answer>(path: string, body: object) => send<Answer>(path, { method: "POST", body })
  const cartOf = async (answer: Promise<CartAnswer>) => (await answer).cart
  return {
    /** Products with their prices in the region, in the order of their titles. */
    listProducts: async (regionId: string, filter: { handle?: string } = {}) => {
      const query = new URLSearchParams({
        region_id: regionId,
        fields: PRODUCT_FIELDS,
        order: "title",
        limit: "100",
        ...filter,
      })
      return (await send<{ products: StorefrontProduct[] }>(`/store/products?${query.toString()}`))
        .products
    },

    createCart: (regionId: string, locale: string) =>
      cartOf(post(`/store/carts?${CART_FIELDS}`, { region_id: regionId, locale })),

    getCart: (cartId: string) => cartOf(send(cartPath(cartId))),

    updateCart: (cartId: string, update: StorefrontCartUpdate) =>
      cartOf(post(cartPath(cartId), update)),

    addLine: (cartId: string, variantId: string, quantity: number) =>
      cartOf(post(cartPath(cartId, "/line-items"), { variant_id: variantId, quantity })),

    setQuantity: (cartId: string, lineId: string, quantity: number) =>
      cartOf(post(cartPath(cartId, `/line-items/${part(lineId)}`), { quantity })),

    removeLine: (cartId: string, lineId: string) =>
      send<object>(cartPath(cartId, `/line-items/${part(lineId)}`), { method: "DELETE" }),

    listShippingOptions: async (cartId: string) =>
      (
        await send<{ shipping_options: StorefrontShippingOption[] }>(
          `/store/shipping-options?cart_id=${part(cartId)}`
        )
      ).shipping_options,

    chooseShipping: (cartId: string, optionId: string) =>
      cartOf(post(cartPath(cartId, "/shipping-methods"), { option_id: optionId })),

    /**
     * Starts a payment and tells how it goes on. A payment of the cart that is open already ends with that, also
     * in another window; code `payment_in_progress` once the cart is paid.
     */
    startPayment: async (
      cartId: string,
      providerId: string,
      language: string
    ): Promise<StorefrontPayment> => {
      const opened = await post<Collection>("/store/payment-collections", { cart_id: cartId })
      const path = `/store/payment-collections/${part(opened.payment_collection.id)}/payment-sessions`
      const started = await post<Collection>(path, { provider_id: providerId, data: { language } })
      const sessions = started.payment_collection.payment_sessions ?? []
      return readPayment(sessions.find((one) => one.provider_id === providerId)?.data ?? {})
    },

    /** Makes the order, or gives the one that was made before. */
    completeCart: (cartId: string) =>
      post<StorefrontCompletion>(`/store/carts/${part(cartId)}/complete`, {}),
  }
}
