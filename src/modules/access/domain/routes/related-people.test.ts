import { asksForPeople } from "./related-people"

describe("fields of a route of goods or settings", () => {
  it.each([
    "id,*orders",
    "+sales_channel.carts.shipping_address",
    "orders.email",
    "*campaign.budget.usages",
    "id,name,*customers",
    "-id,items.cart_items",
    "dk_buyer.cvr",
  ])("%s asks for people", (fields) => {
    expect(asksForPeople(fields)).toBe(true)
  })

  it.each([
    "id,title,*variants,*variants.inventory_items",
    "*countries,*payment_providers",
    "*service_zone.fulfillment_set.location.address",
    "+metadata,-thumbnail",
    "customer_group.name",
    undefined,
  ])("%s does not", (fields) => {
    expect(asksForPeople(fields)).toBe(false)
  })

  it("are looked at in every form a query can have", () => {
    expect(asksForPeople(["id", " *ORDERS "])).toBe(true)
  })
})
