import { mayBeMended, mendsOf } from "./mends"

const required = (field: string) => ({ field, code: "required" as const })

describe("what is mended where an order is listed", () => {
  it("is one form for the buyer, one for the address, however much of it is missing", () => {
    const address = [required("billing_address.city"), required("billing_address.postal_code")]
    expect(mendsOf([required("company_name"), ...address])).toEqual(["buyer", "address"])
    expect(mendsOf([required("billing_address")])).toEqual(["address"])
  })

  it("is the rate and the gift card", () => {
    expect(mendsOf([required("exchange_rate"), required("gift_card")])).toEqual([
      "rate",
      "giftCard",
    ])
  })

  it("is nothing that only a correction can say", () => {
    const changed = { field: "order", code: "order_changed" as const }
    expect(mendsOf([changed, { field: "payment", code: "account_unknown" }])).toEqual([])
    expect([mayBeMended([changed]), mayBeMended([required("gift_card")])]).toEqual([false, true])
  })
})
