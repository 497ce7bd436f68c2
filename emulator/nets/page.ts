import escapeHtml from "escape-html"
import { refusePayment } from "./checkout"
import { Refusal } from "./errors"
import type { Call, Reply } from "./http"
import { layout, money } from "./layout"
import { findMethod, isOffered, METHODS } from "./methods"
import type { Method } from "./methods"
import { wordsFor } from "./page-words"
import type { PageWords } from "./page-words"
import { pressPay } from "./paying"
import { isOpen } from "./state"
import type { Payment } from "./state"
import type { Switches } from "./switches"
import { findPayment } from "./world"
import type { World } from "./world"

/** The shop's return address with the payment id, named as the service names it. */
export const returnAddress = (payment: Payment, { return_parameter: name }: Switches): string => {
  const url = new URL(payment.checkout.returnUrl || payment.checkout.url)
  url.searchParams.set(name, payment.paymentId)
  return url.toString()
}

const LABELS: Readonly<Record<string, string>> = {
  ApplePay: "Apple Pay",
  GooglePay: "Google Pay",
  Arvato: "Riverty",
}

/** Shown only to a payment that asks for it by name: few accounts have these. */
const RARE = /^(Easy|RatePay)/

/** The methods a payment shows: one button for all cards, and each other method by its name. */
export const shownMethods = (payment: Payment): Method[] => {
  const { currency } = payment.order
  const isUsual = ({ name }: Method) => payment.offer.names !== undefined || !RARE.test(name)
  const offered = METHODS.filter(
    (method) =>
      isUsual(method) &&
      isOffered(method, payment.offer) &&
      (method.currencies === undefined || method.currencies.includes(currency))
  )
  const card = offered.find(({ type }) => type === "CARD")
  return [...(card ? [card] : []), ...offered.filter(({ type }) => type !== "CARD")]
}

export const methodLabel = (method: Method, words: PageWords): string => {
  const name = method.type === "CARD" ? words.card : (LABELS[method.name] ?? method.name)
  return `${words.pay} ${name}`
}

/** Value of a method's button. */
export const choiceOf = (method: Method): string =>
  method.type === "CARD" ? "card" : method.name.toLowerCase()

export const orderList = (payment: Payment, words: PageWords): string => {
  const row = (name: string, amount: number, kind = "") =>
    `<li${kind}><span>${escapeHtml(name)}</span><span>${escapeHtml(
      money(amount, payment.order.currency, words.lang)
    )}</span></li>`
  const lines = payment.order.items.map((item) => row(String(item.name), item.grossTotalAmount))
  return `<ul>${lines.join("")}${row(words.total, payment.order.amount, ' class="total"')}</ul>`
}

const buttons = (payment: Payment, words: PageWords): string => {
  const pay = shownMethods(payment).map(
    (method) =>
      `<button name="choice" value="${choiceOf(method)}">${methodLabel(method, words)}</button>`
  )
  return `<form method="post">${pay.join("")}
<button class="plain" name="choice" value="decline">${words.decline}</button>
<button class="plain" name="choice" value="cancel">${words.cancel}</button>
</form>`
}

const backTo = (payment: Payment, switches: Switches): string =>
  payment.method
    ? returnAddress(payment, switches)
    : payment.checkout.cancelUrl || payment.checkout.returnUrl || payment.checkout.url

/** The hosted payment page: buttons and no look of the real one, so that nobody mistakes it. */
const paymentPage = (world: World, payment: Payment, query: URLSearchParams): string => {
  const words = wordsFor(query.get("language"))
  const back = escapeHtml(backTo(payment, world.switches))
  const closed = `<p>${words.closed} <a href="${back}">${words.back}</a></p>`
  const declined = query.has("declined") ? `<p class="bad" role="alert">${words.declined}</p>` : ""
  const isPayable = isOpen(payment, world.clock.now())
  const main = `<main>
<h1>${words.title}</h1>
${declined}${orderList(payment, words)}
${isPayable ? buttons(payment, words) : closed}
</main>`
  return layout({ lang: words.lang, title: words.title, banner: words.banner, main })
}

const pageAgain = (call: Call, isDeclined: boolean): Reply => {
  const query = new URLSearchParams(call.query)
  if (isDeclined) query.set("declined", "1")
  const text = query.toString()
  return { status: 303, location: text === "" ? call.path : `${call.path}?${text}` }
}

const press = async (world: World, call: Call, payment: Payment): Promise<Reply> => {
  const choice = new URLSearchParams(call.text).get("choice") ?? ""
  if (choice === "cancel") return { status: 303, location: backTo(payment, world.switches) }
  if (choice === "decline") {
    refusePayment(world, payment)
    return pageAgain(call, true)
  }
  const method = findMethod(choice)
  if (!method) return { status: 400 }
  const code = await pressPay(world, payment, { method })
  return code === undefined
    ? { status: 303, location: returnAddress(payment, world.switches) }
    : pageAgain(call, true)
}

/** The shopper's page: shows it, and takes the button that was pressed. */
export const answerPage = async (world: World, call: Call): Promise<Reply> => {
  const payment = findPayment(world, /^\/pay\/([^/]+)$/.exec(call.path)?.[1])
  if (call.method === "GET") {
    return { status: 200, html: paymentPage(world, payment, call.query) }
  }
  try {
    return await press(world, call, payment)
  } catch (error) {
    // A second press, or a payment that has ended meanwhile: the page tells how it stands.
    if (error instanceof Refusal && error.reply.status === 409) return pageAgain(call, false)
    throw error
  }
}
