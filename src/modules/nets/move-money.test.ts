import type { NetsClient } from "./client"
import { errorOfAnswer, noAnswer } from "./client-error"
import { parsePayment } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import { chargeRecorded, refundRecorded } from "./move-money"

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
