import fc from "fast-check"
import { lines, testShop } from "./test-shop"

const shop = testShop()
const { call, charge, create, pay, view } = shop

beforeAll(() => shop.start({ switches: { refund_state: "Pending", reads_per_hour: 1_000 } }))
afterAll(shop.stop)

type Refund = { refund_id: string; amount: number; state: string }
type View = {
  amount: number
  reserved: number
  charged: number
  refunded: number
  refund_pending: number
  cancelled: number
  charges: { charge_id: string; amount: number }[]
  refunds: Refund[]
}

const viewOf = async (id: string) => (await view(id)) as View

type Step = { kind: string; amount: number; nth: number }

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    "charge",
    "refund",
    "refund-charge",
    "cancel",
    "settle",
    "portal",
    "take back"
  ),
  amount: fc.integer({ min: 1, max: 12_000 }),
  nth: fc.nat({ max: 5 }),
})

const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % list.length]

/** One call of a shop, or of staff in the portal. It may well be refused. */
const take = async (
  id: string,
  { charges, refunds }: View,
  { kind, amount, nth }: Step
): Promise<number> => {
  const chargeId = pick(charges, nth)?.charge_id ?? "0".repeat(32)
  const refundId = pick(refunds, nth)?.refund_id ?? "0".repeat(32)
  const key = { "idempotency-key": `${kind}-${nth.toString()}` }
  const calls: Record<string, () => Promise<{ status: number }>> = {
    charge: () => charge(id, lines(amount), key),
    refund: () => call("POST", `/v1/payments/${id}/refunds`, lines(amount), key),
    "refund-charge": () => call("POST", `/v1/charges/${chargeId}/refunds`, lines(amount)),
    cancel: () => call("POST", `/v1/payments/${id}/cancels`, lines(amount)),
    settle: () =>
      call("POST", `/emulator/refunds/${refundId}`, { state: pick(["Completed", "Failed"], nth) }),
    portal: () =>
      call("POST", `/emulator/payments/${id}/portal`, {
        action: pick(["charge", "refund", "cancel"], nth),
        amount,
      }),
    "take back": () => call("POST", `/v1/pending-refunds/${refundId}/cancel`),
  }
  return (await calls[kind]?.())?.status ?? 0
}

const sum = (parts: readonly { amount: number }[]) =>
  parts.reduce((total, { amount }) => total + amount, 0)

const totals = ({ charged, refunded, refund_pending: pending, cancelled }: View) => ({
  charged,
  refunded,
  pending,
  cancelled,
})

const checkMoney = (after: View): void => {
  const isAtOnce = after.reserved === 0 && after.charged > 0
  expect(after.charged + after.cancelled).toBeLessThanOrEqual(
    isAtOnce ? after.amount : after.reserved
  )
  expect(after.refunded + after.refund_pending).toBeLessThanOrEqual(after.charged)
  expect(sum(after.charges)).toBe(after.charged)
  const inState = (state: string) => after.refunds.filter((refund) => refund.state === state)
  expect(sum(inState("Completed"))).toBe(after.refunded)
  expect(sum(inState("Pending"))).toBe(after.refund_pending)
}

it("whatever is called, no more moves than there is, and a refused call moves nothing", async () => {
  const life = fc.asyncProperty(
    fc.constantFrom("card", "mobilepay", "swish", "arvato", "paypal", "klarna"),
    fc.array(step, { minLength: 5, maxLength: 15 }),
    async (method, steps) => {
      const id = await create({
        checkout: {
          countryCode: "DNK",
          consumer: { phoneNumber: { prefix: "+45", number: "12345678" } },
        },
      })
      await pay(id, method)
      let before = await viewOf(id)
      for (const one of steps) {
        const status = await take(id, before, one)
        const after = await viewOf(id)
        expect([200, 201, 204, 400, 402, 404, 409, 500]).toContain(status)
        if (status >= 400) expect(totals(after)).toEqual(totals(before))
        checkMoney(after)
        before = after
      }
    }
  )
  await fc.assert(life, { numRuns: 30, seed: 20_260_301 })
})

it("fifty charges at once with one key move the money once; with their own keys, as far as it goes", async () => {
  const id = await create()
  await pay(id)
  const same = { "idempotency-key": "one" }
  const answers = await Promise.all(Array.from({ length: 50 }, () => charge(id, lines(700), same)))
  expect(new Set(answers.map(({ json }) => json.chargeId)).size).toBe(1)
  const own = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      charge(id, lines(700), { "idempotency-key": `k${index.toString()}` })
    )
  )
  expect(own.filter(({ status }) => status === 201)).toHaveLength(13)
  expect(await viewOf(id)).toMatchObject({ charged: 14 * 700 })
})
