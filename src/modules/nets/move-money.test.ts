import type { NetsClient } from "./client"
import { errorOfAnswer, noAnswer } from "./client-error"
import { parsePayment } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import { chargeRecorded, dropSession, refundRecorded } from "./move-money"

const ID = "a".repeat(32)
const rows = { currency: "dkk", amount: 4_000, total: 4_000 }

const payment = (summary: object, extra: object = {}): NetsPayment =>
  parsePayment({
    paymentId: ID,
    summary,
    orderDetails: { amount: 10_000, currency: "DKK" },
    ...extra,
  })

/** Answers the reads one after the other and accepts every change. */
const clientOf = (...reads: (NetsPayment | Error)[]) => {
  const keys: string[] = []
  const accept = (_id: string, _body: object, key: string): Promise<void> => {
    keys.push(key)
    return Promise.resolve()
  }
  const client: NetsClient = {
    create: () => Promise.reject(noAnswer()),
    retrieve: () => {
      const next = reads.shift() ?? noAnswer()
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
    },
    charge: accept,
    refundPayment: accept,
    refundCharge: accept,
    cancelPendingRefund: () => Promise.resolve(),
    setReference: () => Promise.resolve(),
    isKeyAccepted: () => Promise.resolve(true),
    cancel: () => Promise.resolve(),
    terminate: () => Promise.resolve(),
  }
  return { client, keys }
}

const reserved = payment({ reservedAmount: 10_000 })
const charged = payment({ reservedAmount: 10_000, chargedAmount: 10_000 })

describe("a charge or refund Nets has confirmed", () => {
  it.each([noAnswer(), errorOfAnswer(429, undefined)])(
    "stands when the read fails",
    async (error) => {
      const charge = await chargeRecorded(clientOf(reserved, error).client, ID, rows)
      expect(charge).toEqual({ ...reserved, charged: 4_000 })
      const refund = await refundRecorded(clientOf(charged, error).client, ID, rows)
      expect(refund).toEqual({ ...charged, refunded: 4_000 })
    }
  )
})

describe("a charge whose answer is lost", () => {
  it.each([noAnswer(), errorOfAnswer(429, undefined), errorOfAnswer(401, undefined)])(
    "stays unknown when the read fails too",
    async (error) => {
      const client = {
        ...clientOf(reserved, error).client,
        charge: () => Promise.reject(noAnswer()),
      }
      const unknown = { code: "nets_unknown_no_answer" }
      await expect(chargeRecorded(client, ID, rows)).rejects.toMatchObject(unknown)
    }
  )
})

describe("a refund of a method that is refunded charge by charge", () => {
  const invoice = (...refunds: object[]) =>
    payment(
      { reservedAmount: 10_000, chargedAmount: 10_000 },
      {
        paymentDetails: { paymentType: "INVOICE", paymentMethod: "Arvato" },
        charges: [
          { chargeId: "c".repeat(32), amount: 4_000 },
          { chargeId: "d".repeat(32), amount: 6_000 },
        ],
        refunds,
      }
    )
  const refund = (digit: string, amount: number, charge: string) => ({
    refundId: digit.repeat(32),
    amount,
    state: "Pending",
    orderItems: [{ reference: charge.repeat(32) }],
  })
  const wish = { currency: "dkk", amount: 7_000, total: 7_000 }

  it("is one call for each charge it needs, each with a key of its own", async () => {
    const calls: unknown[] = []
    const first = refund("1", 6_000, "d")
    const { client } = clientOf(invoice(), invoice(first), invoice(first, refund("2", 1_000, "c")))
    const noting: NetsClient = {
      ...client,
      refundCharge: (id, { amount, orderItems }, key) => {
        calls.push([id.charAt(0), amount, orderItems?.[0]?.reference, key])
        return Promise.resolve()
      },
      refundPayment: () => Promise.reject(new Error("not for this method")),
    }
    await refundRecorded(noting, ID, wish)
    expect(calls).toEqual([
      ["d", 6_000, "d".repeat(32), `${"d".repeat(32)}r0f0a6000`],
      ["c", 1_000, "c".repeat(32), `${"c".repeat(32)}r0f6000a1000`],
    ])
  })

  it("goes on with the part that is missing", async () => {
    const keys: string[] = []
    const first = refund("1", 6_000, "d")
    const { client } = clientOf(invoice(first), invoice(first, refund("2", 1_000, "c")))
    const noting: NetsClient = {
      ...client,
      refundCharge: (_id, _body, key) => {
        keys.push(key)
        return Promise.resolve()
      },
    }
    await refundRecorded(noting, ID, wish)
    expect(keys).toEqual([`${"c".repeat(32)}r0f6000a1000`])
  })
})

describe("a refund after one that failed", () => {
  const withRefunds = (...states: string[]) =>
    payment(
      { reservedAmount: 10_000, chargedAmount: 10_000 },
      {
        refunds: states.map((state, index) => ({
          refundId: index.toString().repeat(32),
          amount: 4_000,
          state,
        })),
      }
    )

  it("has a key of its own", async () => {
    const first = clientOf(charged, withRefunds("Pending"))
    await refundRecorded(first.client, ID, rows)
    const again = clientOf(withRefunds("Failed"), withRefunds("Failed", "Pending"))
    await refundRecorded(again.client, ID, rows)
    expect(again.keys).toHaveLength(1)
    expect(again.keys).not.toEqual(first.keys)
  })

  it.each(["Failed", "Cancelled", "Expired"])(
    "is not booked when it is %s at once",
    async (state) => {
      const { client } = clientOf(charged, withRefunds(state))
      const unknown = { code: "nets_unknown_not_moved" }
      await expect(refundRecorded(client, ID, rows)).rejects.toMatchObject(unknown)
    }
  )

  it("holds for a charge the payment does not show", async () => {
    const unknown = { code: "nets_unknown_not_moved" }
    const { client } = clientOf(reserved, reserved)
    await expect(chargeRecorded(client, ID, rows)).rejects.toMatchObject(unknown)
  })
})

describe("dropSession", () => {
  const open = payment({})
  const refusing = (...reads: (NetsPayment | Error)[]): NetsClient => ({
    ...clientOf(...reads).client,
    terminate: () => Promise.reject(errorOfAnswer(409, undefined)),
  })

  it.each([
    ["terminated", payment({}, { terminated: "2026-11-24T10:00:00.0000+00:00" })],
    ["expired", payment({}, { expiresAt: "2020-01-01T00:00:00.0000+00:00" })],
    ["not found", errorOfAnswer(404, undefined)],
  ])("is done when the checkout is %s", async (_state, read) => {
    await expect(dropSession(refusing(open, read), ID)).resolves.toBeUndefined()
  })

  it.each([
    ["open", payment({}, { expiresAt: "2999-01-01T00:00:00.0000+00:00" })],
    ["paid", payment({ reservedAmount: 10_000 }, { expiresAt: "2020-01-01T00:00:00.0000+00:00" })],
  ])("refuses while the checkout is %s", async (_state, read) => {
    const refused = { code: "payment_in_progress" }
    await expect(dropSession(refusing(open, read), ID)).rejects.toMatchObject(refused)
  })
})
