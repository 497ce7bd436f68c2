import fc from "fast-check"
import { FIK_LENGTHS, fikPaymentId, isFikPaymentId } from "./fik"

it.each([
  [1, "000000000000018"],
  [2, "000000000000026"],
  [401, "000000000004010"],
])("number %d has the payment id %s on a slip of type 71", (number, id) => {
  expect(fikPaymentId("71", number)).toBe(id)
})

it("knows the payment ids that banks print", () => {
  expect(isFikPaymentId("71", "004040400000669")).toBe(true)
  expect(isFikPaymentId("71", "004040400000668")).toBe(false)
  expect(isFikPaymentId("75", "004040400000669")).toBe(false)
  expect(isFikPaymentId("71", "00404040000066X")).toBe(false)
})

it("gives every number an id of its own that any wrong digit spoils", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("71" as const, "75" as const),
      fc.integer({ min: 1, max: 2_147_483_647 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (type, number, at, by) => {
        const id = fikPaymentId(type, number)
        expect(id).toHaveLength(FIK_LENGTHS[type])
        expect(Number(id.slice(0, -1))).toBe(number)
        expect(isFikPaymentId(type, id)).toBe(true)
        const place = at % id.length
        const digit = (Number(id[place]) + by) % 10
        const wrong = `${id.slice(0, place)}${digit.toString()}${id.slice(place + 1)}`
        expect(isFikPaymentId(type, wrong)).toBe(false)
      }
    )
  )
})
