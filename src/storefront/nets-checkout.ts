import type { EmbeddedPayment } from "./payment"

/** What Nets' script gives the page. Events and names are Nets' own. */
type DibsCheckout = {
  on: (event: string, handler: (value: unknown) => void) => void
  send: (event: string, value: boolean) => void
  setLanguage: (language: string) => void
  freezeCheckout: () => void
  thawCheckout: () => void
  cleanup: () => void
}

type DibsWindow = Window & {
  Dibs?: {
    Checkout: new (options: {
      checkoutKey: string
      paymentId: string
      containerId: string
      language: string
      theme?: Record<string, string>
    }) => DibsCheckout
  }
}

export type NetsCheckoutOptions = {
  /** What `startPayment` gave. */
  payment: EmbeddedPayment
  /** The element the checkout is shown in. It gets an id when it has none. */
  container: HTMLElement
  /**
   * Asked when the shopper presses pay, before any money moves: false stops, for example because the cart has
   * changed since. Without it every payment goes on. A question that fails is taken as no.
   */
  onPay?: () => boolean | Promise<boolean>
  /** The shopper has paid, as the browser saw it. It is no proof: complete the cart, and the store asks Nets. */
  onCompleted: (paymentId: string) => void
  /** Colours and corners by Nets' names, e.g. `{ primaryColor: "#14403c" }`. */
  theme?: Record<string, string>
}

export type NetsCheckout = {
  setLanguage: (language: string) => void
  /** Stops the shopper from paying while the cart changes; `thaw` lets them go on. */
  freeze: () => void
  thaw: () => void
  /** Takes the checkout out of the page. The payment itself stays open. */
  remove: () => void
}

const CONTAINER_ID = "nets-checkout"

const loading = new Map<string, Promise<void>>()

/** Loads a script once for each page; one that failed is tried again the next time. */
const loadScript = (address: string): Promise<void> => {
  const known = loading.get(address)
  if (known) return known
  const loaded = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script")
    script.src = address
    script.async = true
    script.addEventListener("load", () => {
      resolve()
    })
    script.addEventListener("error", () => {
      loading.delete(address)
      script.remove()
      reject(new Error("The checkout's script could not be loaded."))
    })
    document.head.append(script)
  })
  loading.set(address, loaded)
  return loaded
}

const paymentIdOf = (value: unknown): string | undefined => {
  if (!(value instanceof Object) || !("paymentId" in value)) return undefined
  return typeof value.paymentId === "string" ? value.paymentId : undefined
}

/**
 * Shows an embedded checkout of Nets in the shop's page: loads Nets' script, answers its question before paying,
 * and tells when the shopper has paid. It needs no framework; in one, call it after the container is in the
 * page, and `remove` when it leaves.
 *
 * The page must have the origin the payment was made for (`storefrontUrl`), and its content security policy
 * must allow the script and a frame of the script's origin. Wallets and banks leave the page and come back to
 * the account's `embeddedPath` with the payment's id in the address: complete the cart there.
 *
 * @throws Error when the script cannot be loaded or gives no checkout
 */
export const mountNetsCheckout = async (options: NetsCheckoutOptions): Promise<NetsCheckout> => {
  const { payment, container, onPay, onCompleted, theme } = options
  await loadScript(payment.checkout_script)
  const { Dibs } = window as DibsWindow
  if (!Dibs) throw new Error("The checkout's script gave no checkout.")
  if (container.id === "") container.id = CONTAINER_ID
  const checkout = new Dibs.Checkout({
    checkoutKey: payment.checkout_key,
    paymentId: payment.payment_id,
    containerId: container.id,
    language: payment.language,
    ...(theme && { theme }),
  })
  const answer = async () => {
    const goesOn = await (onPay?.() ?? true)
    checkout.send("payment-order-finalized", goesOn)
  }
  checkout.on("pay-initialized", () => {
    answer().catch(() => {
      checkout.send("payment-order-finalized", false)
    })
  })
  checkout.on("payment-completed", (value) => {
    onCompleted(paymentIdOf(value) ?? payment.payment_id)
  })
  return {
    setLanguage: (language) => {
      checkout.setLanguage(language)
    },
    freeze: () => {
      checkout.freezeCheckout()
    },
    thaw: () => {
      checkout.thawCheckout()
    },
    remove: () => {
      checkout.cleanup()
      container.replaceChildren()
    },
  }
}
