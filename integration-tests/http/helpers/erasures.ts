import type { AdminErasurePreviewResponse, AdminErasureResponse } from "../../../src/types/http"
import { ADDRESS, buy, createCart, register } from "./shop"
import type { Account, Headers } from "./shop"
import type { Suite } from "./suite"

export const ERASURES = "/admin/privacy/erasures"

/** A registered customer with one order, logged in; every address field says whose it is. */
export const buyOnce = async (
  suite: Suite,
  name: string
): Promise<{ account: Account; orderId: string }> => {
  const account = await register(suite, {
    email: `${name}@kunde.example`,
    first_name: `${name}first`,
    last_name: `${name}last`,
  })
  const cartId = await createCart(suite, {
    token: account.token,
    email: account.email,
    shipping_address: { ...ADDRESS, first_name: `${name}first`, address_1: `${name}street` },
  })
  return { account, orderId: await buy(suite, cartId, account.token) }
}

/** What staff asks of erasures; `erase` fails unless it is answered with 200. */
export const erasuresOf = (suite: Suite) => {
  const erase = async (headers: Headers, body: object) => {
    const answer = await suite.call<AdminErasureResponse>("POST", ERASURES, { headers, body })
    if (answer.status !== 200) throw new Error(answer.text)
    return answer.body
  }
  const preview = async (headers: Headers, body: object) =>
    (
      await suite.call<AdminErasurePreviewResponse>("POST", `${ERASURES}/preview`, {
        headers,
        body,
      })
    ).body.preview
  return { erase, preview }
}
