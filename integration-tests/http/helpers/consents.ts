import type { StoreNotice, StoreSubscribe } from "../../../src/types/http"
import { parseCsv } from "../../../src/shared/parse-csv"
import { recordShownNoticeOf } from "../../../src/workflows/consent"
import { buy, createCart, shopper, staff } from "./shop"
import type { Address } from "./shop"
import type { Suite } from "./suite"

export const AUDIENCE = "/admin/privacy/marketing-audience"
export const SUPPRESSIONS = "/admin/privacy/suppressions"
export const SUBSCRIPTIONS = "/store/privacy/subscriptions"

type TextOptions = {
  purpose?: string
  channel?: "email" | "sms"
  locale?: "da" | "en"
  basis?: "consent" | "soft_opt_in"
  body?: string
  material?: boolean
}

/** A marketing text that is published by staff and in force at once. */
export const publishText = async (
  suite: Suite,
  {
    purpose = "newsletter",
    channel = "email",
    locale = "da",
    basis = "consent",
    body = "Ja tak til nyhedsbrev om bøger.",
    material = false,
  }: TextOptions = {}
): Promise<StoreNotice> => {
  const headers = await staff(suite)
  const drafted = await suite.call<{ notice: StoreNotice }>("POST", "/admin/privacy/notices", {
    headers,
    body: { kind: "marketing", purpose, channel, locale, body, material, data: { basis } },
  })
  if (drafted.status !== 201) throw new Error(drafted.text)
  const { id } = drafted.body.notice
  const path = `/admin/privacy/notices/${id}/publish`
  const published = await suite.call("POST", path, { headers, body: {} })
  if (published.status !== 200) throw new Error(published.text)
  return drafted.body.notice
}

export type Row = {
  address: string
  first_name: string
  language: string
  basis: string
  notice_version: string
  unsubscribe_url: string
  list_unsubscribe: string
  list_unsubscribe_post: string
}

type Asked = { purpose?: string; channel?: "email" | "sms" }

/** The audience as staff downloads it. */
export const audienceOf = async (
  suite: Suite,
  { purpose = "newsletter", channel = "email" }: Asked = {}
): Promise<Row[]> => {
  const path = `${AUDIENCE}?purpose=${purpose}&channel=${channel}`
  const answer = await suite.call("GET", path, { headers: await staff(suite) })
  if (answer.status !== 200) throw new Error(answer.text)
  const [head, ...lines] = parseCsv(answer.text)
  return lines.map(({ cells }) => {
    const cell = (name: keyof Row): string => cells[head?.cells.indexOf(name) ?? -1] ?? ""
    return {
      address: cell("address"),
      first_name: cell("first_name"),
      language: cell("language"),
      basis: cell("basis"),
      notice_version: cell("notice_version"),
      unsubscribe_url: cell("unsubscribe_url"),
      list_unsubscribe: cell("list_unsubscribe"),
      list_unsubscribe_post: cell("list_unsubscribe_post"),
    }
  })
}

/** Addresses of the audience, and on what each rests. */
export const reachedIn = async (suite: Suite, asked: Asked = {}): Promise<string[]> =>
  (await audienceOf(suite, asked)).map(({ address, basis }) => `${address} ${basis}`)

type Choice = { purpose?: string; channel?: "email" | "sms"; state: "given" | "refused" }

/** A guest buys beside texts and choices. Gives the order's id once what it is evidence of is written. */
export const buyBeside = async (
  suite: Suite,
  email: string,
  {
    notices,
    choices = [],
    buyer,
    address = {},
    billing,
    token,
  }: {
    notices: readonly StoreNotice[]
    choices?: readonly Choice[]
    buyer?: object
    address?: Address
    /** The buyer's, where the goods go to somebody else. */
    billing?: Address
    token?: string
  }
): Promise<string> => {
  const cartId = await createCart(suite, {
    email,
    ...(token !== undefined && { token }),
    ...(Object.keys(address).length > 0 && { shipping_address: address }),
    ...(billing && { billing_address: billing }),
  })
  const headers = shopper(token)
  const consents = choices.map(({ purpose = "newsletter", channel = "email", state }) => ({
    purpose,
    channel,
    state,
  }))
  const shown = await suite.call("POST", `/store/carts/${cartId}/consents`, {
    headers,
    body: { notices: notices.map(({ id }) => id), consents },
  })
  if (shown.status !== 200) throw new Error(shown.text)
  if (buyer) {
    const set = await suite.call("POST", `/store/carts/${cartId}/buyer`, { headers, body: buyer })
    if (set.status !== 200) throw new Error(set.text)
  }
  const orderId = await buy(suite, cartId, token)
  await recordShownNoticeOf(suite.container(), orderId)
  return orderId
}

/** A customer signs up a mailbox. */
export const subscribe = (
  suite: Suite,
  email: string,
  notice: StoreNotice,
  more: Partial<StoreSubscribe> = {}
) =>
  suite.call("POST", SUBSCRIPTIONS, {
    headers: shopper(),
    body: {
      email,
      purpose: notice.purpose,
      channel: notice.channel,
      notice_id: notice.id,
      ...more,
    },
  })

/** The token behind the `#` of a mail. */
export const tokenIn = (text: string | undefined): string => {
  const [, token] = /#token=([\w.]+)/.exec(text ?? "") ?? []
  if (token === undefined) throw new Error("The mail has no link")
  return token
}

/** Sends a form as a browser or a mail program does. */
export const postForm = async (url: string, fields: Record<string, string>) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "accept-language": "da" },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Presses the button of our own page. */
export const pressConfirm = (suite: Suite, token: string) =>
  postForm(`${suite.baseUrl}/privacy/subscriptions/confirm`, { token })

/** Moves what was said and used into the past, which no way of the plugin can. */
export const travel = async (suite: Suite, interval: string): Promise<void> => {
  await suite.database().transaction(async (transaction) => {
    await transaction.raw("SET LOCAL session_replication_role = replica")
    await transaction.raw(`UPDATE dk_consent_event SET occurred_at = occurred_at - ?::interval`, [
      interval,
    ])
    await transaction.raw(`UPDATE dk_consent_use SET used_at = used_at - ?::interval`, [interval])
  })
}

/** The way to a link of the audience on the server of the test, which the option does not know. */
export const localUrl = (suite: Suite, url: string): string => suite.baseUrl + new URL(url).pathname
