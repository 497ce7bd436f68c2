import { findPeople } from "./find-people"

const FIELDS = {
  direct: new Set(["email", "first_name", "address_1"]),
  inContext: new Set(["note", "metadata"]),
}
const find = (body: unknown): string[] => findPeople(body, FIELDS)

describe("who is in an answer", () => {
  it("is the customer of an order, or the order where no customer is named", () => {
    expect(find({ order: { id: "order_1", customer_id: "cus_1", email: "a@b.example" } })).toEqual([
      "cus_1",
    ])
    expect(find({ order: { id: "order_1", shipping_address: { address_1: "Gade 1" } } })).toEqual([
      "order_1",
    ])
  })

  it("is each once in a list", () => {
    const orders = [
      { id: "order_1", customer_id: "cus_1", email: "a@b.example" },
      { id: "order_2", customer_id: "cus_1", email: "a@b.example" },
      { id: "order_3", email: "c@b.example" },
    ]
    expect(find({ orders })).toEqual(["cus_1", "order_3"])
  })

  it("is nobody where only ids, empty fields, staff, the shop or a channel stand", () => {
    expect(find({ orders: [{ id: "order_1", customer_id: "cus_1", email: "" }] })).toEqual([])
    expect(find({ user: { id: "user_1", email: "a@b.example" } })).toEqual([])
    expect(find({ location: { id: "sloc_1", address: { address_1: "Lagervej 1" } } })).toEqual([])
    expect(find({ invoice: { order_id: "order_1", seller: { email: "a@b.example" } } })).toEqual([])
    expect(find({ ways: { email: "no_provider" } })).toEqual([])
    expect(find({ payment: { id: "pay_1", metadata: {} } })).toEqual([])
  })

  it("is named by the nearest thing with an id where nobody else is", () => {
    expect(find({ payment: { id: "pay_1", refunds: [{ note: "Ring til Karen" }] } })).toEqual([
      "pay_1",
    ])
    expect(find({ text: { note: "Ring til Karen" } })).toEqual(["unnamed"])
  })

  it("is found at any depth, whatever else is there", () => {
    const deep = {
      data: [[{ invoke: { cart: { id: "cart_1", email: "a@b.example" } } }], null, 1, new Date()],
    }
    expect(find(deep)).toEqual(["cart_1"])
  })
})
