import escapeHtml from "escape-html"
import { cancelPayment, chargePayment } from "./charges"
import { badMessage, Refusal } from "./errors"
import type { Call, Reply } from "./http"
import { layout, money } from "./layout"
import { refundCharge, refundPayment } from "./refunds"
import { charged, leftOf, refunded } from "./state"
import type { OrderItem, Payment } from "./state"
import { findPayment } from "./world"
import type { World } from "./world"

const BANNER = "Nets emulator, portal: no money moves here. For development and tests only."
const ACTIONS = ["charge", "refund", "cancel"] as const
type Action = (typeof ACTIONS)[number]

const line = (amount: number, name: string): OrderItem => ({
  reference: "portal",
  name,
  quantity: 1,
  unit: "pcs",
  unitPrice: amount,
  taxRate: 0,
  taxAmount: 0,
  netTotalAmount: amount,
  grossTotalAmount: amount,
})

const refundable = (payment: Payment): number =>
  charged(payment) - refunded(payment, ["Completed", "Pending"])

const refund = (world: World, payment: Payment, amount: number): void => {
  const body = { amount, items: [line(amount, "Refund")] }
  if (!payment.method?.refundByCharge) {
    refundPayment(world, payment, body)
    return
  }
  const charge = payment.charges.find((one) => one.amount - one.refunded >= amount)
  if (!charge) throw badMessage("No single charge can bear this refund")
  refundCharge(world, { payment, charge }, body)
}

/**
 * What staff does in the portal, outside the shop.
 *
 * @param amount minor units; all that is left when missing
 */
export const actInPortal = (
  world: World,
  payment: Payment,
  { action, amount }: { action: unknown; amount?: number }
): void => {
  const wanted = ACTIONS.find((known) => known === action)
  if (!wanted) throw badMessage("action: charge, refund or cancel")
  const left: Record<Action, number> = {
    charge: leftOf(payment),
    refund: refundable(payment),
    cancel: leftOf(payment),
  }
  const moved = amount ?? left[wanted]
  const items = moved === payment.order.amount ? payment.order.items : [line(moved, "Portal")]
  if (wanted === "charge") chargePayment(world, payment, { amount: moved, items })
  else if (wanted === "cancel") cancelPayment(world, payment, { amount: moved, items })
  else refund(world, payment, moved)
}

const stateOf = (payment: Payment): string => {
  if (payment.terminated !== undefined) return "terminated"
  if (payment.charges.length > 0)
    return refunded(payment) > 0 ? "refunded in part or whole" : "charged"
  if (payment.reserved === 0) return "open"
  return payment.cancelled >= payment.reserved ? "cancelled" : "reserved"
}

const cells = (values: readonly string[]): string =>
  values.map((value) => `<td>${escapeHtml(value)}</td>`).join("")

const listPage = (world: World): string => {
  const rows = [...world.payments.values()].reverse().map((payment) => {
    const { paymentId, order, myReference = "" } = payment
    const amount = money(order.amount, order.currency, "en")
    const rest = cells([order.reference ?? "", myReference, amount, stateOf(payment)])
    return `<tr><td><a href="/portal/${paymentId}">${paymentId}</a></td>${rest}</tr>`
  })
  const head = "<th>Payment</th><th>Order</th><th>Reference</th><th>Amount</th><th>State</th>"
  return `<main class="wide"><h1>Payments</h1><table><tr>${head}</tr>${rows.join("")}</table></main>`
}

const actionForm = (action: Action, left: number): string =>
  left <= 0
    ? ""
    : `<form method="post"><input type="hidden" name="action" value="${action}">
<label>${action} <input name="amount" inputmode="numeric" value="${left.toString()}"> (minor units)</label>
<button>${action}</button></form>`

const paymentView = (payment: Payment, problem: string | null): string => {
  const { currency, amount } = payment.order
  const show = (value: number) => money(value, currency, "en")
  const facts: [string, string][] = [
    ["State", stateOf(payment)],
    ["Method", payment.method?.name ?? ""],
    ["Order", payment.order.reference ?? ""],
    ["Reference", payment.myReference ?? ""],
    ["Amount", show(amount)],
    ["Reserved", show(payment.reserved)],
    ["Charged", show(charged(payment))],
    ["Refunded", show(refunded(payment))],
    ["Cancelled", show(payment.cancelled)],
  ]
  const moves = [
    ...payment.charges.map((one) => cells(["charge", one.chargeId, show(one.amount), one.created])),
    ...payment.refunds.map((one) => cells(["refund", one.refundId, show(one.amount), one.state])),
  ]
  const alert = problem === null ? "" : `<p class="bad" role="alert">${escapeHtml(problem)}</p>`
  return `<main class="wide"><p><a href="/portal">All payments</a></p><h1>${payment.paymentId}</h1>${alert}
<table>${facts.map((fact) => `<tr>${cells(fact)}</tr>`).join("")}</table>
<table>${moves.map((move) => `<tr>${move}</tr>`).join("")}</table>
${actionForm("charge", leftOf(payment))}${actionForm("refund", refundable(payment))}
${actionForm("cancel", leftOf(payment))}</main>`
}

const submit = (world: World, call: Call, payment: Payment): Reply => {
  const form = new URLSearchParams(call.text)
  const amount = Number(form.get("amount") ?? "")
  const path = `/portal/${payment.paymentId}`
  try {
    actInPortal(world, payment, {
      action: form.get("action"),
      ...(Number.isInteger(amount) && amount > 0 && { amount }),
    })
    return { status: 303, location: path }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const problem = encodeURIComponent(JSON.stringify(error.reply.json ?? error.reply.status))
    return { status: 303, location: `${path}?problem=${problem}` }
  }
}

/** The portal: lists payments, and moves money the shop has not asked for. */
export const answerPortal = (world: World, call: Call): Reply => {
  const page = { lang: "en", title: "Portal", banner: BANNER }
  if (/^\/portal\/?$/.test(call.path)) {
    return { status: 200, html: layout({ ...page, main: listPage(world) }) }
  }
  const payment = findPayment(world, /^\/portal\/([^/]+)$/.exec(call.path)?.[1])
  if (call.method === "POST") return submit(world, call, payment)
  const main = paymentView(payment, call.query.get("problem"))
  return { status: 200, html: layout({ ...page, main }) }
}
