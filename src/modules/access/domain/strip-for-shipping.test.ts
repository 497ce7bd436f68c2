import { stripForShipping } from "./strip-for-shipping"

describe("an order as the warehouse sees it", () => {
  it("keeps lines, name, address and phone, and empties what does not ship", () => {
    const order = {
      id: "order_1",
      email: "a@b.example",
      customer: { id: "cus_1" },
      items: [{ title: "Notesbog", quantity: 1, metadata: { note: "x" } }],
      shipping_address: { first_name: "Karen", address_1: "Testvej 7", phone: "12345678" },
      payment_collections: [{ amount: 1 }],
    }
    expect(stripForShipping({ order })).toEqual({
      order: {
        id: "order_1",
        email: "",
        customer: null,
        items: [{ title: "Notesbog", quantity: 1, metadata: null }],
        shipping_address: { first_name: "Karen", address_1: "Testvej 7", phone: "12345678" },
        payment_collections: [],
      },
    })
  })

  it("leads to no other order", () => {
    const orders = [{ id: "order_1", sales_channel: { orders: [{ id: "order_2" }], carts: [{}] } }]
    expect(stripForShipping({ orders, count: 1 })).toEqual({
      orders: [{ id: "order_1", sales_channel: { orders: [], carts: [] } }],
      count: 1,
    })
  })

  it("leaves amounts and dates as they are", () => {
    const total = { toJSON: () => 100 }
    const at = new Date(0)
    expect(stripForShipping({ order: { total, created_at: at } })).toEqual({
      order: { total, created_at: at },
    })
  })
})
