import escapeHtml from "escape-html"
import { refusePayment } from "./checkout"
import { CHECKOUT_SCRIPT, FRAME_SCRIPT } from "./embedded-script"
import { bare } from "./errors"
import { isObject, parseObject } from "./http"
import type { Call, Reply } from "./http"
import { layout } from "./layout"
import { findMethod } from "./methods"
import { choiceOf, methodLabel, orderList, shownMethods } from "./page"
import { wordsFor } from "./page-words"
import type { PageWords } from "./page-words"
import { pressPay } from "./paying"
import { isOpen } from "./state"
import type { Payment } from "./state"
import { findPayment } from "./world"
import type { World } from "./world"

const THEME_VALUE = /^[#a-zA-Z0-9(),.% -]{1,60}$/

/** The few parts of a theme the emulator shows; a value that is no plain colour or length is left out. */
const themeStyle = (text: string | null): string => {
  const theme = parseObject(text ?? "") ?? {}
  const rule = (name: string, css: string) => {
    const value = theme[name]
    return typeof value === "string" && THEME_VALUE.test(value) ? css.replace("*", value) : ""
  }
  return [
    rule("backgroundColor", "body { background: * }"),
    rule("panelColor", "main { background: * }"),
    rule("textColor", "body { color: * }"),
    rule("primaryColor", "button:not(.plain) { background: * }"),
    rule("buttonTextColor", "button:not(.plain) { color: * }"),
    rule("buttonRadius", "button { border-radius: * }"),
  ].join(" ")
}

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : "")

/** Why the frame shows no checkout: the key, the kind of payment, or the page around it. */
const refusalOf = (world: World, payment: Payment, query: URLSearchParams): string | undefined => {
  if (query.get("checkoutKey") !== world.checkoutKey)
    return "The checkout key is not accepted (401)."
  if (payment.checkout.url === "") return "The payment is not for an embedded checkout."
  return originOf(query.get("parent") ?? "") === originOf(payment.checkout.url)
    ? undefined
    : "The payment was created for another checkout domain (1017)."
}

/** Buttons of the frame. A wallet or bank sends the shopper away and back to the shop's page. */
const form = (payment: Payment, words: PageWords): string => {
  const buttons = shownMethods(payment).map((method) => {
    const leaves = method.type === "WALLET" || method.type === "A2A" ? ' data-leaves="1"' : ""
    return `<button value="${choiceOf(method)}"${leaves}>${methodLabel(method, words)}</button>`
  })
  return `<form>${buttons.join("")}
<button class="plain" value="decline">${words.decline}</button></form>`
}

const frame = (world: World, payment: Payment, query: URLSearchParams): Reply => {
  const language = query.get("language") ?? "en-GB"
  const words = wordsFor(language)
  const page = { lang: words.lang, title: words.title, banner: words.banner }
  const refusal = refusalOf(world, payment, query)
  if (refusal !== undefined) {
    const main = `<main><p class="bad" role="alert">${refusal}</p></main>`
    return { status: 403, html: layout({ ...page, main }) }
  }
  const isPayable = isOpen(payment, world.clock.now())
  const main = `<main data-payment-id="${payment.paymentId}" data-language="${escapeHtml(language)}"
  data-parent-origin="${escapeHtml(originOf(payment.checkout.url))}"${payment.method ? ' data-completed="1"' : ""}>
<p id="declined" class="bad" role="alert" hidden>${words.declined}</p>
<p id="stopped" class="bad" role="alert" hidden>${words.stopped}</p>
${orderList(payment, words)}
${isPayable ? form(payment, words) : `<p>${words.closed}</p>`}
</main><script>${FRAME_SCRIPT}</script>`
  return { status: 200, html: layout({ ...page, main, style: themeStyle(query.get("theme")) }) }
}

const pay = async (world: World, call: Call, payment: Payment): Promise<Reply> => {
  const body = parseObject(call.text)
  const choice = isObject(body) && typeof body.choice === "string" ? body.choice : ""
  if (choice === "decline") {
    refusePayment(world, payment)
    return { status: 200, json: { result: "declined" } }
  }
  const method = findMethod(choice)
  if (!method) return { status: 400 }
  const code = await pressPay(world, payment, { method })
  return { status: 200, json: { result: code === undefined ? "paid" : "declined" } }
}

/** The stub of the embedded checkout: its script, its frame, and the button in the frame. */
export const answerEmbedded = (world: World, call: Call): Reply | Promise<Reply> => {
  if (call.path === "/v1/checkout.js") return { status: 200, script: CHECKOUT_SCRIPT }
  const [, id, action] = /^\/embedded\/([^/]+)(\/pay)?$/.exec(call.path) ?? []
  const payment = findPayment(world, id)
  if (action === undefined && call.method === "GET") return frame(world, payment, call.query)
  if (action !== undefined && call.method === "POST") return pay(world, call, payment)
  throw bare(405)
}
