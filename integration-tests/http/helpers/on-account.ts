import type { AdminOnAccount, AdminOrderOnAccountResponse } from "../../../src/types/http"
import { setBuyer } from "./invoices"
import { completeCart, createCart, register, shopper, startPayment } from "./shop"
import type { Account, Headers } from "./shop"
import type { Suite } from "./suite"

export const ON_ACCOUNT = "pp_ean-invoice_ean-invoice"

export const SCHOOL_ADDRESS = {
  first_name: "Lone",
  last_name: "Lærer",
  address_1: "Skolevej 4",
  postal_code: "4690",
  city: "Haslev",
  country_code: "dk",
}

export const SCHOOL = {
  type: "public",
  ean: "5798000420526",
  company_name: "Faxe Kommune, Åstrup Skole",
  person_reference: "LONE42",
}

export const COMPANY = { type: "business", cvr: "10150817", company_name: "Byens Bøger ApS" }

/** A cart of 138 kr. whose buyer is set, not paid yet. */
export const cartOf = async (
  suite: Suite,
  buyer: Record<string, string>,
  token?: string
): Promise<string> => {
  const cartId = await createCart(suite, {
    ...(token !== undefined && { token }),
    billing_address: SCHOOL_ADDRESS,
  })
  await setBuyer(suite, `/store/carts/${cartId}`, shopper(token), buyer)
  return cartId
}

/** Chooses to pay on invoice; the answer may be a refusal. */
export const chooseInvoice = (suite: Suite, cartId: string, token?: string) =>
  startPayment(suite, cartId, { provider: ON_ACCOUNT, ...(token !== undefined && { token }) })

/** Buys a ready cart on invoice and gives the order's id. */
export const buyOnInvoice = async (
  suite: Suite,
  cartId: string,
  token?: string
): Promise<string> => {
  const started = await chooseInvoice(suite, cartId, token)
  if (started.status !== 200) throw new Error(started.text)
  return completeCart(suite, cartId, token)
}

/** A company's account that staff has approved. */
export const approvedAccount = async (
  suite: Suite,
  headers: Headers,
  { email, limit, terms_days = 14 }: { email: string; limit: number; terms_days?: number }
): Promise<Account> => {
  const account = await register(suite, { email })
  const path = `/admin/customers/${account.customerId}/dk-credit`
  const approved = await suite.call("POST", path, { headers, body: { limit, terms_days } })
  if (approved.status !== 200) throw new Error(approved.text)
  return account
}

const path = (orderId: string) => `/admin/orders/${orderId}/dk-payments-received`

export const accountOf = async (
  suite: Suite,
  orderId: string,
  headers: Headers
): Promise<AdminOrderOnAccountResponse & { on_account: AdminOnAccount }> => {
  const { body } = await suite.call<AdminOrderOnAccountResponse>("GET", path(orderId), { headers })
  if (!body.on_account) throw new Error("not on account")
  return { ...body, on_account: body.on_account }
}

/** Registers a payment of today; the answer may be a refusal. */
export const receive = (
  suite: Suite,
  orderId: string,
  { headers, ...body }: { headers: Headers; amount: unknown; received_on?: string; key?: string }
) =>
  suite.call<AdminOrderOnAccountResponse>("POST", path(orderId), {
    headers,
    body: { received_on: "2026-11-25", reference: "Faktura", ...body },
  })
