/** An embedded checkout of Nets, as a payment session tells it. */
export type EmbeddedPayment = {
  payment_id: string
  /** The public key of the account. */
  checkout_key: string
  /** Address of the script that shows the checkout. */
  checkout_script: string
  /** As the checkout writes it, e.g. `da-DK`. */
  language: string
}

/**
 * How a started payment goes on. `page`: send the shopper there. `embedded`: show it in the shop's own page, see
 * `mountNetsCheckout`. `none`: the provider has nothing to show; complete the cart.
 */
export type StorefrontPayment =
  | { type: "page"; page: string; payment_id: string | undefined }
  | ({ type: "embedded" } & EmbeddedPayment)
  | { type: "none" }

const textOf = (data: Record<string, unknown>, key: string): string | undefined => {
  const value = data[key]
  return typeof value === "string" && value !== "" ? value : undefined
}

/** What the data of a payment session says about how to pay. */
export const readPayment = (data: Record<string, unknown>): StorefrontPayment => {
  const page = textOf(data, "hosted_url")
  const id = textOf(data, "payment_id")
  if (page !== undefined) return { type: "page", page, payment_id: id }
  const key = textOf(data, "checkout_key")
  const script = textOf(data, "checkout_script")
  if (id === undefined || key === undefined || script === undefined) return { type: "none" }
  const language = textOf(data, "language") ?? "en-GB"
  return {
    type: "embedded",
    payment_id: id,
    checkout_key: key,
    checkout_script: script,
    language,
  }
}
