import { chargeKey, refundKey } from "./operation-keys"

const id = "0123456789abcdef0123456789ABCDEF"
const charge_id = "f".repeat(32)
const most = 2_147_483_647
const part = (amount: number, refunded_before = 0, charge?: string) => ({
  amount,
  refunded_before,
  ...(charge !== undefined && { charge_id: charge }),
})

it("makes keys from facts that fit and differ", () => {
  expect(chargeKey(id, 0, 100)).toBe(chargeKey(id, 0, 100))
  const keys = [
    chargeKey(id, 0, 100),
    chargeKey(id, 100, 100),
    chargeKey(id, 0, 101),
    refundKey(id, part(100), 0),
    refundKey(id, part(100), 1),
    refundKey(id, part(100, 100), 0),
    refundKey(id, part(101), 0),
    refundKey(id, part(100, 0, charge_id), 0),
  ]
  expect(new Set(keys).size).toBe(keys.length)
  const dashed = "01234567-89ab-cdef-0123-456789ABCDEF"
  expect(chargeKey(dashed, 0, 100)).toBe(chargeKey(id, 0, 100))
  for (const key of [
    ...keys,
    chargeKey(dashed, most, most),
    refundKey(dashed, part(most, most), 99_999),
    refundKey(id, part(most, most, charge_id), 99_999),
  ]) {
    expect(key).toMatch(/^[0-9a-zA-Z]{1,64}$/)
  }
})
