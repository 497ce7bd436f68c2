import { StorefrontError } from "../../../../src/storefront"
import type { StorefrontCompletion } from "../../../../src/storefront"
import { cartIdStore, payingStore } from "../context"
import type { Context } from "../context"
import { alertBox, buttonLink, h } from "../dom"
import type { Page } from "../page"

const ATTEMPTS = 6

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Asks again while the webhook is making the same order. */
const complete = async ({ client }: Context, cartId: string): Promise<StorefrontCompletion> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.completeCart(cartId)
    } catch (error) {
      // 409 and 5xx pass: the webhook is making the order. Other refusals will not change by asking again.
      const isFinal = error instanceof StorefrontError && error.status !== 409 && error.status < 500
      if (isFinal || attempt === ATTEMPTS) throw error
      await pause(attempt * 300)
    }
  }
}

const said = (title: string, ...children: HTMLElement[]) => ({
  title,
  content: h("div", { class: "card" }, h("h1", { tabindex: "-1" }, title), ...children),
})

/** The service names the payment in the address either way. */
const paymentIdOf = (query: URLSearchParams): string | null =>
  query.get("paymentid") ?? query.get("paymentId")

/** Back from the payment page: makes the order or finds it again, or says that nothing was paid. */
export const returnPage: Page = async (context) => {
  const { words } = context
  const paymentId = paymentIdOf(new URLSearchParams(location.search))
  const cartId = payingStore.cartOf(paymentId) ?? cartIdStore.get()
  if (cartId === null) {
    const shop = buttonLink("/", words.back_to_shop)
    return said(words.step_pay, h("p", {}, words.no_order_here), shop)
  }
  const outcome = await complete(context, cartId).catch((error: unknown) => {
    if (error instanceof StorefrontError && error.status > 0) return null
    throw error
  })
  payingStore.take()
  if (outcome?.type === "order") {
    cartIdStore.clear(cartId)
    if (cartIdStore.get() === null) context.showCart(null)
    return { replace: `/receipt/${cartId}` }
  }
  const again = buttonLink("/checkout/pay", words.pay_again, "primary")
  return said(words.step_pay, alertBox(words.not_paid), again)
}
