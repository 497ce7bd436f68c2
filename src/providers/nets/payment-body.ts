import { createToken } from "../../shared/tokens"
import { payableMinorUnits } from "../../modules/nets/domain/amounts"
import { lineWords } from "../../modules/nets/domain/line-words"
import { buildOrderLines } from "../../modules/nets/domain/order-lines"
import { SUBSCRIBED_EVENTS } from "../../modules/nets/domain/wire"
import type { CreatePaymentBody } from "../../modules/nets/domain/wire"
import type { NetsAccount, NetsSettings } from "../../modules/nets/options"
import { WEBHOOK_PURPOSE } from "../../modules/nets/key"
import type { ReadSale } from "./read-sale"

type Payment = {
  session_id: string
  /** Major units. */
  amount: Parameters<typeof payableMinorUnits>[0]
  currency: string
  sale: ReadSale | undefined
  language: string
  charge: boolean
}

/** The create call of a session: lines of the sale, addresses of the shop, and webhooks of its own. */
export const paymentBody = (
  settings: NetsSettings,
  account: NetsAccount,
  payment: Payment
): CreatePaymentBody => {
  const currency = payment.currency.toUpperCase()
  const amount = payableMinorUnits(payment.amount, currency)
  const words = lineWords(payment.language)
  const sale = payment.sale?.sale ?? { lines: [], credits: [] }
  const url = `${settings.publicUrl.replace(/\/$/, "")}/hooks/nets/${payment.session_id}`
  const authorization = createToken(settings.secrets, WEBHOOK_PURPOSE, payment.session_id)
  const storefront = settings.storefrontUrl.replace(/\/$/, "")
  return {
    order: { items: buildOrderLines(sale, { amount, currency, words }), amount, currency },
    checkout: {
      integrationType: "HostedPaymentPage",
      returnUrl: storefront + account.returnPath,
      cancelUrl: storefront + account.cancelPath,
      termsUrl: account.termsUrl,
      merchantTermsUrl: account.privacyUrl,
      merchantHandlesConsumerData: true,
      countryCode: "DNK",
      charge: payment.charge,
      publicDevice: true,
    },
    notifications: {
      webHooks: SUBSCRIBED_EVENTS.map((eventName) => ({ eventName, url, authorization })),
    },
    myReference: payment.session_id,
  }
}
