import { INVOICE_MODULE } from "../../../src/modules/invoice"
import type { InvoiceModuleService } from "../../../src/modules/invoice"
import type {
  AdminInvoiceDeliveriesResponse,
  AdminInvoiceDelivery,
  AdminInvoiceDeliveryResponse,
  AdminSendInvoice,
  AdminUndeliveredInvoicesResponse,
} from "../../../src/types/http"
import { awaitInvoices, setBuyer } from "./invoices"
import { buy, captureOrder, createCart, eventually, shopper } from "./shop"
import type { Address, Headers } from "./shop"
import type { Suite } from "./suite"

type Settings = InvoiceModuleService["settings"]

export const SCHOOL = {
  company: "Åstrup Skole",
  address_1: "Skolevej 4",
  postal_code: "4690",
  city: "Haslev",
  country_code: "dk",
} satisfies Address

export const AUTHORITY = {
  type: "public",
  ean: "5798000420526",
  company_name: "Faxe Kommune, Åstrup Skole",
  person_reference: "LONE42",
}

export const SECRET = "a-providers-secret-of-32-characters-or-more"

/** Sets options of invoices as if the store had been started with them; gives a function that takes them back. */
export const withOptions = (
  suite: Suite,
  options: Partial<Pick<Settings, "send">> & { einvoice?: Partial<Settings["einvoice"]> }
): (() => void) => {
  const { settings } = suite.container().resolve<InvoiceModuleService>(INVOICE_MODULE)
  const { send, einvoice } = settings
  Object.assign(settings, {
    send: options.send ?? send,
    einvoice: { ...einvoice, ...options.einvoice },
  })
  return () => {
    Object.assign(settings, { send, einvoice })
  }
}

type Sale = { buyer?: Record<string, string>; email?: string; items?: string[] }

export type Sold = { orderId: string; invoiceId: string }

/** A sale to an authority that was paid; its invoice is issued. */
export const sellToAuthority = async (
  suite: Suite,
  headers: Headers,
  { buyer = AUTHORITY, ...cart }: Sale = {}
): Promise<Sold> => {
  const cartId = await createCart(suite, { billing_address: SCHOOL, ...cart })
  await setBuyer(suite, `/store/carts/${cartId}`, shopper(), buyer)
  return pay(suite, await buy(suite, cartId), headers)
}

/** Captures an order; gives its invoice. */
export const pay = async (suite: Suite, orderId: string, headers: Headers): Promise<Sold> => {
  await captureOrder(suite, orderId, headers)
  const [invoice] = await awaitInvoices(suite, orderId, headers)
  return { orderId, invoiceId: invoice?.id ?? "" }
}

/** What staff sees and does about the deliveries of invoices. */
export const deliveriesOf = (suite: Suite, headers: () => Headers) => {
  const path = (invoiceId: string) => `/admin/dk/invoices/${invoiceId}/deliveries`
  const read = async (invoiceId: string): Promise<AdminInvoiceDeliveriesResponse> =>
    (
      await suite.call<AdminInvoiceDeliveriesResponse>("GET", path(invoiceId), {
        headers: headers(),
      })
    ).body
  const one = async (invoiceId: string, channel: "einvoice" | "email" = "einvoice") =>
    (await read(invoiceId)).deliveries.find((it) => it.channel === channel)
  return {
    read,
    one,
    /** Waits until the latest e-invoice or mail is in the state. */
    until: (
      invoiceId: string,
      state: AdminInvoiceDelivery["state"],
      channel: "einvoice" | "email" = "einvoice"
    ): Promise<AdminInvoiceDelivery> =>
      eventually(async () => {
        const delivery = await one(invoiceId, channel)
        return delivery?.state === state && delivery
      }),
    ask: (invoiceId: string, body: AdminSendInvoice | { channel: string }) =>
      suite.call<AdminInvoiceDeliveryResponse>("POST", path(invoiceId), {
        headers: headers(),
        body,
      }),
    settle: (invoiceId: string, id: string, body: object) =>
      suite.call<AdminInvoiceDeliveryResponse>("POST", `${path(invoiceId)}/${id}/outcome`, {
        headers: headers(),
        body,
      }),
    xml: (invoiceId: string, id: string) =>
      suite.call("GET", `${path(invoiceId)}/${id}/xml`, { headers: headers() }),
    undelivered: async () => {
      const path = "/admin/dk/invoices/undelivered"
      const { body } = await suite.call<AdminUndeliveredInvoicesResponse>("GET", path, {
        headers: headers(),
      })
      return body.undelivered
    },
    /** As if the time until the next try, and any killed process's claim, had passed. */
    wait: async (): Promise<void> => {
      await suite
        .database()("dk_invoice_delivery")
        .whereNull("done_at")
        .update({ next_attempt_at: suite.database().fn.now(), claimed_until: null })
    },
  }
}

/** Opens the series of valid numbers. */
export const goLive = async (suite: Suite, headers: Headers): Promise<void> => {
  const body = { prefix: "F-", first_number: 4_711 }
  const answer = await suite.call("POST", "/admin/dk/invoice-series", { headers, body })
  if (answer.status !== 201) throw new Error(answer.text)
}
