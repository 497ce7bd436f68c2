import Medusa, { FetchError } from "@medusajs/js-sdk"
import type { StoreBuyerResponse, StoreSetBuyer } from "medusa-plugin-denmark/storefront"

/** One client for Medusa's routes and the plugin's: `sdk.client.fetch` adds key and login. */
export const createSdk = (baseUrl: string, publishableKey: string) =>
  new Medusa({ baseUrl, publishableKey })

/** Sets who buys. A refusal becomes its field and a sentence; everything else is thrown on. */
export const sayWhoBuys = async (sdk: Medusa, cartId: string, buyer: StoreSetBuyer) => {
  try {
    const path = `/store/carts/${cartId}/buyer`
    return await sdk.client.fetch<StoreBuyerResponse>(path, { method: "POST", body: buyer })
  } catch (error) {
    const isRefused = error instanceof FetchError && error.status === 400
    if (!isRefused) throw error
    const [field = "", ...sentence] = error.message.split(": ")
    return { field, message: sentence.join(": ") }
  }
}
