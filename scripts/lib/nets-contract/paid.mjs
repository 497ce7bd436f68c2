/**
 * What needs a payment somebody has paid: reserved by card in the test environment, three kroner or more, nothing
 * charged yet. The checks use it up, in this order.
 */
import { part } from "./bodies.mjs"

const CHARGED = 100
const REFUNDED = 50
const HIGHEST = Number.MAX_SAFE_INTEGER

const told = ({ status, kind, json }) =>
  `${status}, body ${kind}${json.code === undefined ? "" : `, code ${json.code}`}`

const read = async (nets, id, name) => {
  const { json } = await nets.call(name, "GET", `/payments/${id}`)
  return json.payment ?? {}
}

const sumOf = ({ summary = {} }, name) => Number(summary[name] ?? 0)
const leftOf = (payment) =>
  sumOf(payment, "reservedAmount") -
  sumOf(payment, "chargedAmount") -
  sumOf(payment, "cancelledAmount")

const keyOf = (word) => `contract-${word}-${Date.now().toString()}`

const charges = {
  question: "Q2, Q13 A part is charged by one line; the same key again, and with another amount",
  run: async (nets, id) => {
    const key = keyOf("charge")
    const charge = (name, amount) =>
      nets.call(name, "POST", `/payments/${id}/charges`, {
        body: { ...part(amount), myReference: "contract_charge" },
        key,
      })
    const first = await charge("Q2 charge", CHARGED)
    const again = await charge("Q2 charge again", CHARGED)
    const other = await charge("Q2 charge of another amount", CHARGED + 1)
    const payment = await read(nets, id, "Q2 read")
    const isSame = first.json.chargeId !== undefined && first.json.chargeId === again.json.chargeId
    return {
      answer: `first ${told(first)}; again ${told(again)}, ${isSame ? "the same charge" : "another answer"}; another amount ${told(other)}; charged ${sumOf(payment, "chargedAmount").toString()}`,
      documented: first.status === 201 && sumOf(payment, "chargedAmount") === CHARGED,
    }
  },
}

const echo = {
  question: "Q3 Is a charge's myReference echoed, and does it replace the payment's?",
  run: async (nets, id) => {
    const payment = await read(nets, id, "Q3 read")
    const texts = (payment.charges ?? []).map((charge) => JSON.stringify(charge))
    const isEchoed = texts.some((text) => text.includes("contract_charge"))
    const isReplaced = payment.myReference === "contract_charge"
    return {
      answer: `${isEchoed ? "echoed" : "not echoed"} in charges[]; the payment's own ${isReplaced ? "is replaced" : "stays"}`,
    }
  },
}

const refunds = {
  question: "Q15 A part is refunded; the same key again; do pending refunds count as refunded?",
  run: async (nets, id) => {
    const { charges: [charge] = [] } = await read(nets, id, "Q15 read before")
    if (!charge) return { answer: "nothing is charged" }
    const key = keyOf("refund")
    const refund = (name) =>
      nets.call(name, "POST", `/charges/${charge.chargeId}/refunds`, { body: part(REFUNDED), key })
    const first = await refund("Q15 refund")
    const again = await refund("Q15 refund again")
    const payment = await read(nets, id, "Q15 read after")
    const states = (payment.refunds ?? []).map(({ state }) => String(state).slice(0, 20))
    const isSame = first.json.refundId !== undefined && first.json.refundId === again.json.refundId
    return {
      answer: `first ${told(first)}; again ${told(again)}, ${isSame ? "the same refund" : "another answer"}; states ${states.join(", ") || "none"}; refundedAmount ${sumOf(payment, "refundedAmount").toString()}`,
      documented: first.status !== 201 || (payment.refunds ?? []).length === 1,
    }
  },
}

const overcharge = {
  question: "More than is reserved cannot be charged",
  run: async (nets, id) => {
    const payment = await read(nets, id, "overcharge read")
    const amount = Math.min(leftOf(payment) + 1, HIGHEST)
    const answer = await nets.call("overcharge", "POST", `/payments/${id}/charges`, {
      body: part(amount),
      key: keyOf("over"),
    })
    return { answer: told(answer), documented: answer.status >= 400 }
  },
}

const cancelRest = {
  question: "Q4 Is the rest released by its amount alone, after a partial charge?",
  run: async (nets, id) => {
    const rest = leftOf(await read(nets, id, "Q4 read"))
    const path = `/payments/${id}/cancels`
    const alone = await nets.call("Q4 amount alone", "POST", path, { body: { amount: rest } })
    if (alone.status < 300) return { answer: told(alone), documented: true }
    const lined = await nets.call("Q4 with a line", "POST", path, { body: part(rest) })
    return { answer: `amount alone ${told(alone)}; with a line ${told(lined)}` }
  },
}

const late = {
  question: "Q5, Q7 Terminate of a paid payment: status and body",
  run: async (nets, id) => {
    const answer = await nets.call("Q5 terminate a paid one", "PUT", `/payments/${id}/terminate`)
    return { answer: told(answer), documented: [400, 405, 409].includes(answer.status) }
  },
}

const finalCharge = {
  question: "Q6 finalCharge: is the rest released by it? (a second paid payment)",
  isSecond: true,
  run: async (nets, id) => {
    const body = { ...part(CHARGED), finalCharge: true }
    const key = keyOf("final")
    const charge = await nets.call("Q6 charge", "POST", `/payments/${id}/charges`, { body, key })
    const payment = await read(nets, id, "Q6 read")
    const released = sumOf(payment, "cancelledAmount")
    return { answer: `${told(charge)}; cancelledAmount ${released.toString()} afterwards` }
  },
}

export const paidChecks = [late, charges, echo, overcharge, refunds, cancelRest, finalCharge]

/** Questions no call of this suite can answer, with what they need. */
export const openQuestions = [
  ["Q11 Name of the payment's id on the way back", "a browser on Nets' page"],
  ["Q12 Klarna's payment type and reservation event", "a payment by Klarna and a public address"],
  ["Q13 Partial charge by one line, Riverty and Klarna", "a paid payment by that method"],
  ["Q14 Waits between the tries of a webhook", "a public address that refuses"],
  ["Q16 Order of reservation.created.v2 and checkout.completed", "a public address"],
]
