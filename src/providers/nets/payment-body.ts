import { createToken } from "../../shared/tokens"
import { payableMinorUnits } from "../../modules/nets/domain/amounts"
import { buildConsumer, isCompany, payingCountry } from "../../modules/nets/domain/consumer"
import type { SaleConsumer } from "../../modules/nets/domain/consumer"
import { urlFor } from "../../modules/nets/domain/language"
import { lineWords } from "../../modules/nets/domain/line-words"
import { methodsConfiguration, needsConsumer } from "../../modules/nets/domain/methods"
import { buildOrderLines } from "../../modules/nets/domain/order-lines"
import { SUBSCRIBED_EVENTS } from "../../modules/nets/domain/wire"
import type { CreatePaymentBody, Integration } from "../../modules/nets/domain/wire"
import type { NetsAccount, NetsSettings } from "../../modules/nets/options"
import { WEBHOOK_PURPOSE } from "../../modules/nets/key"
import type { NetsProviderOptions } from "./options"
import type { ReadSale } from "./read-sale"

type Payment = {
  session_id: string
  /** Major units. */
  amount: Parameters<typeof payableMinorUnits>[0]
  currency: string
  sale: ReadSale | undefined
  /** As the payment page writes it. */
  language: string
  /** Until when it can be paid, UTC; 48 hours where nothing is said. */
  expires_at?: string | undefined
}

type Store = Pick<NetsSettings, "publicUrl" | "storefrontUrl" | "secrets" | "locales">
type Setup = Omit<NetsAccount, "secretKey" | "checkoutKey"> & Omit<NetsProviderOptions, "account">

const withoutSlash = (url: string): string => url.replace(/\/$/, "")

const integrationOf = ({ storefrontUrl }: Store, setup: Setup): Integration => {
  const storefront = withoutSlash(storefrontUrl)
  return setup.integration === "embedded"
    ? { integrationType: "EmbeddedCheckout", url: storefront + setup.embeddedPath }
    : {
        integrationType: "HostedPaymentPage",
        returnUrl: storefront + setup.returnPath,
        cancelUrl: storefront + setup.cancelPath,
      }
}

/** Nothing about the buyer leaves the shop unless a method on the page needs it or the shop wants it so. */
const consumerOf = (
  { consumerData, methods }: Setup,
  consumer: SaleConsumer | undefined
): Pick<CreatePaymentBody["checkout"], "consumer" | "consumerType"> => {
  const wanted = consumerData === "always" || (consumerData === "needed" && needsConsumer(methods))
  if (!wanted || !consumer) return {}
  const type = isCompany(consumer) ? "B2B" : "B2C"
  const built = buildConsumer(consumer)
  return {
    ...(built && { consumer: built }),
    consumerType: { default: type, supportedTypes: [type] },
  }
}

/**
 * The create call of a session: lines of the sale, who buys as far as that is needed, addresses of the shop, and
 * webhooks of its own.
 *
 * @throws MedusaError invalid_data for an amount or a currency that cannot be paid
 */
export const paymentBody = (store: Store, setup: Setup, payment: Payment): CreatePaymentBody => {
  const currency = payment.currency.toUpperCase()
  const amount = payableMinorUnits(payment.amount, currency)
  const words = lineWords(payment.language)
  const sale = payment.sale?.sale ?? { lines: [], credits: [] }
  const url = `${withoutSlash(store.publicUrl)}/hooks/nets/${payment.session_id}`
  const authorization = createToken(store.secrets, WEBHOOK_PURPOSE, payment.session_id)
  const fallback = store.locales[0] ?? "da"
  return {
    order: { items: buildOrderLines(sale, { amount, currency, words }), amount, currency },
    checkout: {
      ...integrationOf(store, setup),
      termsUrl: urlFor(setup.termsUrl, payment.language, fallback),
      merchantTermsUrl: urlFor(setup.privacyUrl, payment.language, fallback),
      merchantHandlesConsumerData: true,
      ...consumerOf(setup, payment.sale?.consumer),
      countryCode: payingCountry(payment.sale?.consumer),
      charge: setup.capture === "auto" || payment.sale?.needs_shipping === false,
      publicDevice: true,
      ...(payment.expires_at !== undefined && { expiresAt: payment.expires_at }),
    },
    notifications: {
      webHooks: SUBSCRIBED_EVENTS.map((eventName) => ({ eventName, url, authorization })),
    },
    ...(setup.methods && { paymentMethodsConfiguration: methodsConfiguration(setup.methods) }),
    myReference: payment.session_id,
  }
}
