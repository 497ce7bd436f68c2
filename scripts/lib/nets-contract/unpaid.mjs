/**
 * What can be asked without paying. A check gives `answer`, and `documented` where the documentation says what
 * it should be: true when the service does so.
 */
import { company, line, part, payment, person, webhook } from "./bodies.mjs"

const ZERO_ID = "0".repeat(32)
const READS_AN_HOUR = 30
const EXPIRES_IN_MS = 2_000

const accepted = ({ status }) => (status < 300 ? "accepted" : "refused")
const told = ({ status, kind, json }) =>
  `${status}, body ${kind}${json.code === undefined ? "" : `, code ${json.code}`}`

const create = async ({ call }, name, body) => {
  const answer = await call(name, "POST", "/payments", { body })
  return { ...answer, id: answer.json.paymentId }
}

const created = (question, body, check = () => true) => ({
  question,
  run: async (nets) => {
    const answer = await create(nets, question, body())
    const documented = answer.status === 201 && Boolean(answer.id) && check(answer.json)
    return { answer: told(answer), documented }
  },
})

const refused = (question, status, body, field) => ({
  question,
  run: async (nets) => {
    const answer = await create(nets, question, body())
    const fields = Object.keys(answer.json.errors ?? {})
    const named = fields.length > 0 ? `, names ${fields.join(", ")}` : ""
    const isNamed = fields.some((name) => name.toLowerCase().includes(field))
    const documented = answer.status === status && (isNamed || "message" in answer.json)
    return { answer: told(answer) + named, documented }
  },
})

const keys = {
  question: "Is a key checked by reading a payment that does not exist?",
  run: async ({ call }) => {
    const good = await call("key: good", "GET", `/payments/${ZERO_ID}`)
    const bad = await call("key: wrong", "GET", `/payments/${ZERO_ID}`, {
      authorization: "0".repeat(32),
    })
    return {
      answer: `good key ${told(good)}; wrong key ${told(bad)}`,
      documented: good.status === 404 && bad.status === 401,
    }
  },
}

const shape = [
  created(
    "Create, hosted page",
    () => payment(),
    (json) => URL.canParse(json.hostedPaymentPageUrl)
  ),
  created(
    "Create, embedded",
    () => payment({ isEmbedded: true }),
    (json) => !json.hostedPaymentPageUrl
  ),
  created("Create with a person", () => payment({ checkout: { consumer: person } })),
  created("Create with a company", () =>
    payment({
      checkout: {
        consumer: company,
        consumerType: { default: "B2B", supportedTypes: ["B2B"] },
      },
    })
  ),
  created("Create with Visa and MobilePay only", () =>
    payment({
      paymentMethodsConfiguration: ["Visa", "MobilePay"].map((name) => ({ name, enabled: true })),
    })
  ),
  refused(
    "Refused: the lines do not add up",
    400,
    () => payment({ order: { amount: 501 } }),
    "amount"
  ),
  refused(
    "Refused: a character that is not allowed in a unit",
    400,
    () => payment({ order: { items: [{ ...line(), unit: "<stk>" }] } }),
    "unit"
  ),
  refused(
    "Refused: no terms",
    400,
    () => payment({ checkout: { termsUrl: undefined } }),
    "termsurl"
  ),
]

const taxes = {
  question: "Q1 Is tax compared with unitPrice · quantity · taxRate, and how strictly?",
  run: async (nets) => {
    const answers = []
    for (const off of [1, 10, 50]) {
      const taxed = {
        unitPrice: 400,
        netTotalAmount: 400,
        taxRate: 2500,
        taxAmount: 100 + off,
        grossTotalAmount: 500 + off,
      }
      const order = { items: [{ ...line(), ...taxed }], amount: 500 + off }
      const answer = await create(nets, `Q1 tax off by ${off}`, payment({ order }))
      answers.push(`off by ${off}: ${accepted(answer)}`)
    }
    const net = { ...line(), unitPrice: 250 }
    const answer = await create(nets, "Q1 net is half", payment({ order: { items: [net] } }))
    return {
      answer: [...answers, `net is not unitPrice · quantity: ${accepted(answer)}`].join("; "),
    }
  },
}

const errorsRepeat = {
  question:
    "Q2 Is a refusal repeated for the same Idempotency-Key? (a charge of an unpaid payment)",
  run: async (nets) => {
    const { id } = await create(nets, "Q2 payment", payment())
    const key = `contract-${Date.now().toString()}`
    const charge = (name) =>
      nets.call(name, "POST", `/payments/${id}/charges`, { body: part(100), key })
    const first = await charge("Q2 charge")
    const second = await charge("Q2 charge again")
    return {
      answer: `first ${told(first)}; again ${told(second)}`,
      documented: first.status >= 400 && second.status >= 400,
    }
  },
}

const reference = {
  question: "Reference: set, set again, changed; does myReference take `_` (Q10)?",
  run: async (nets) => {
    const mine = "payses_01KCONTRACT000000000000000"
    const { id, status } = await create(nets, "Q10 payment", payment({ myReference: mine }))
    const body = (text) => ({
      body: { checkoutUrl: "https://shop.example/checkout", reference: text },
    })
    const path = `/payments/${id}/referenceinformation`
    const set = await nets.call("reference set", "PUT", path, body("1001"))
    const same = await nets.call("reference again", "PUT", path, body("1001"))
    const other = await nets.call("reference changed", "PUT", path, body("1002"))
    const read = await nets.call("Q10 read", "GET", `/payments/${id}`)
    const isEchoed = read.json.payment?.myReference === mine
    return {
      answer: `set ${told(set)}; again ${told(same)}; changed ${told(other)}; myReference with _ ${status === 201 ? "accepted" : "refused"}, ${isEchoed ? "echoed" : "not echoed"}`,
      documented: set.status === 204 && read.status === 200,
    }
  },
}

const terminated = {
  question: "Q5, Q7 Terminate, and terminate again; what does a read say then?",
  run: async (nets) => {
    const { id } = await create(nets, "Q5 payment", payment())
    const path = `/payments/${id}/terminate`
    const first = await nets.call("Q5 terminate", "PUT", path)
    const second = await nets.call("Q5 terminate again", "PUT", path)
    const read = await nets.call("Q5 read", "GET", `/payments/${id}`)
    const mark = read.json.payment?.terminated ? "has" : "has no"
    return {
      answer: `first ${told(first)}; again ${told(second)}; a read answers ${read.status} and ${mark} \`terminated\``,
      documented: first.status === 204 && [400, 405, 409].includes(second.status),
    }
  },
}

const bodies = {
  question: "Q7 Bodies of 404 and 405, and of money moved on an open payment",
  run: async (nets) => {
    const { id } = await create(nets, "Q7 payment", payment())
    const none = await nets.call("Q7 no such payment", "GET", `/payments/${ZERO_ID}`)
    const strange = await nets.call("Q7 not an id", "PUT", "/payments/not-an-id/terminate")
    const charge = await nets.call("Q7 charge", "POST", `/payments/${id}/charges`, {
      body: part(500),
    })
    const cancel = await nets.call("Q7 cancel", "POST", `/payments/${id}/cancels`, {
      body: { amount: 500 },
    })
    return {
      answer: `no such payment ${told(none)}; not an id ${told(strange)}; charge ${told(charge)}; cancel ${told(cancel)}`,
      documented: none.status === 404 && charge.status >= 400 && cancel.status >= 400,
    }
  },
}

const accepts = (question, name, body) => ({
  question,
  run: async (nets) => {
    const answer = await create(nets, name, body())
    return { answer: `${accepted(answer)}: ${told(answer)}` }
  },
})

const expiry = {
  question: "Q17 expiresAt: in the past, and after it has passed",
  run: async (nets) => {
    const at = (offset) => new Date(Date.now() + offset).toISOString()
    const past = await create(nets, "Q17 past", payment({ checkout: { expiresAt: at(-60_000) } }))
    const soon = await create(
      nets,
      "Q17 soon",
      payment({ checkout: { expiresAt: at(EXPIRES_IN_MS) } })
    )
    if (soon.status !== 201) return { answer: `past ${told(past)}; soon ${told(soon)}` }
    await new Promise((done) => setTimeout(done, EXPIRES_IN_MS + 500))
    const read = await nets.call("Q17 read", "GET", `/payments/${soon.id}`)
    const mark = read.json.payment?.terminated ? "has" : "has no"
    return {
      answer: `past ${told(past)}; afterwards a read answers ${read.status} and ${mark} \`terminated\``,
    }
  },
}

const limit = {
  question: `Q7 Reads: is the ${(READS_AN_HOUR + 1).toString()}st of a payment refused, and with Retry-After?`,
  run: async (nets) => {
    const { id } = await create(nets, "Q7 read payment", payment())
    for (let read = 1; read <= READS_AN_HOUR + 1; read += 1) {
      const answer = await nets.call(`Q7 read ${read.toString()}`, "GET", `/payments/${id}`)
      if (answer.status === 200) continue
      const { headers } = nets.evidence.at(-1)
      const after = headers["retry-after"] === undefined ? "without" : "with"
      return {
        answer: `read ${read.toString()} answers ${told(answer)}, ${after} Retry-After`,
        documented: answer.status === 429 && read > READS_AN_HOUR,
      }
    }
    return { answer: "31 reads were answered", documented: false }
  },
}

export const unpaidChecks = [
  keys,
  ...shape,
  reference,
  terminated,
  bodies,
  taxes,
  errorsRepeat,
  accepts("Q8 Zero-decimal currencies: ISK", "Q8 ISK", () =>
    payment({ order: { currency: "ISK" } })
  ),
  accepts("Q9 Hyphen and underscore in a webhook's authorization", "Q9 hyphen", () =>
    payment(webhook("contract-token_0123456789"))
  ),
  expiry,
  limit,
]
