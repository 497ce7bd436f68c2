import {
  ADDRESS_MASK,
  findMaskedField,
  findPersonKeys,
  hasUnownedAddress,
  hideAddresses,
  maskAddresses,
} from "./mask-addresses"

const address = (id: string) => ({
  id,
  first_name: "Karen",
  address_1: "Testvej 7",
  address_2: null,
  postal_code: "8000",
  city: "Aarhus C",
  province: "",
  company: "Ved Nabo",
  phone: "20998877",
  country_code: "dk",
  metadata: { door: "bag huset" },
})

const masked = (id: string) => ({
  ...address(id),
  address_1: ADDRESS_MASK,
  postal_code: ADDRESS_MASK,
  city: ADDRESS_MASK,
  company: ADDRESS_MASK,
  phone: ADDRESS_MASK,
  metadata: null,
})

const maskOf = (body: unknown, ...ids: string[]) => maskAddresses(body, new Set(ids))

describe("findPersonKeys", () => {
  it("finds ids at any depth, and an address's own only where nothing around it tells", () => {
    expect(
      findPersonKeys({
        orders: [
          { id: "order_1", customer_id: "old-12", shipping_address: address("ordaddr_1") },
          { data: { list: ["cart_1"] } },
        ],
        address: address("cuaddr_2"),
      })
    ).toEqual({
      customerIds: ["old-12"],
      orderIds: ["order_1"],
      cartIds: ["cart_1"],
      addressIds: ["cuaddr_2"],
    })
  })

  it("is null for a body without people, whatever writes itself as JSON", () => {
    expect(findPersonKeys({ products: [{ id: "prod_1", created_at: new Date(0) }] })).toBeNull()
    expect(findPersonKeys(undefined)).toBeNull()
    expect(findPersonKeys({ row: { toJSON: () => ({ id: "cus_1" }) } })?.customerIds).toEqual([
      "cus_1",
    ])
  })
})

describe("maskAddresses", () => {
  it("masks an order's addresses wherever they stand, and no other order's", () => {
    const order = (id: string, at: (addressId: string) => object) => ({
      id,
      shipping_address: at(`ordaddr_${id}`),
      fulfillments: [{ id: `ful_${id}`, delivery_address: at(`fuladdr_${id}`) }],
      order_change: { actions: [{ details: { old: at("ordaddr_0"), new: at("ordaddr_9") } }] },
      customer: { id: "cus_1", addresses: [at("cuaddr_1")] },
    })
    const body = { orders: [order("order_1", address), order("order_2", address)] }
    expect(maskOf(body, "order_1")).toEqual({
      orders: [order("order_1", masked), order("order_2", address)],
    })
    expect(body.orders[0]?.shipping_address).toEqual(address("ordaddr_order_1"))
    expect(maskOf(body, "cart_other")).toEqual(body)
    expect(maskOf(body)).toBe(body)
    const bare = { shipping_address: address("x") }
    expect(maskAddresses(bare, new Set(["order_1"]), ["admin", "orders", "order_1"])).toEqual({
      shipping_address: masked("x"),
    })
  })

  it("masks an address beside the person and one that is known by its own id alone", () => {
    const body = { customer: { id: "cus_1" }, shipping_address: address("x") }
    expect(maskOf(body, "cus_1")).toEqual({ ...body, shipping_address: masked("x") })
    expect(maskOf({ address: address("cuaddr_1") }, "cuaddr_1")).toEqual({
      address: masked("cuaddr_1"),
    })
  })

  it("leaves the shop's own places, names and the country", () => {
    const location = { id: "sloc_1", address: { ...address("laddr_1") } }
    const body = { id: "order_1", location, phone: "20998877", seller: { address: "Prøvegade 12" } }
    expect(maskOf(body, "order_1")).toEqual({ ...body, phone: ADDRESS_MASK })
  })

  it("masks a run or a message whole when anything in it names the person", () => {
    const run = (at: (id: string) => object) => ({
      transaction_id: "t",
      context: { data: { payload: { id: "cart_1" }, invoke: { step: { output: at("x") } } } },
    })
    expect(maskOf({ workflow_executions: [run(address)] }, "cart_1")).toEqual({
      workflow_executions: [run(masked)],
    })
    const message = { template: "order-placed", channel: "email", data: { order_id: "order_1" } }
    expect(
      maskOf({ ...message, content: { html: "<p>Testvej 7", subject: "Testvej 7" } }, "order_1")
    ).toEqual({ ...message, content: { html: ADDRESS_MASK, subject: ADDRESS_MASK } })
  })

  it("knows the fields of carriers and payment providers", () => {
    const data = {
      addressLine1: "Testvej 7",
      postalCode: 8000,
      phoneNumber: { number: "20998877" },
    }
    expect(maskOf({ id: "order_1", data }, "order_1")).toEqual({
      id: "order_1",
      data: {
        addressLine1: ADDRESS_MASK,
        postalCode: ADDRESS_MASK,
        phoneNumber: { number: ADDRESS_MASK },
      },
    })
  })
})

describe("findMaskedField", () => {
  it("names the address field that holds the mask, and no other field", () => {
    expect(findMaskedField({ shipping_address: { city: ` ${ADDRESS_MASK}` } })).toBe(
      "shipping_address.city"
    )
    expect(findMaskedField({ addresses: [address("x"), masked("y")] })).toBe(
      "addresses.1.address_1"
    )
    expect(findMaskedField({ metadata: { note: ADDRESS_MASK } })).toBeNull()
    expect(findMaskedField(undefined)).toBeNull()
  })
})

describe("an address of whom nothing tells", () => {
  const answer = {
    returns: [
      {
        id: "return_1",
        order: { shipping_address: { address_1: "Testvej 7", country_code: "dk" } },
      },
    ],
  }

  it("is found and hidden", () => {
    expect(hasUnownedAddress(answer)).toBe(true)
    const text = JSON.stringify(hideAddresses(answer, "unowned"))
    expect(text).not.toContain("Testvej")
    expect(text).toContain("dk")
  })

  it("is none where an id tells, or where it is the shop's", () => {
    expect(
      hasUnownedAddress({ order: { id: "order_1", shipping_address: { city: "Aarhus" } } })
    ).toBe(false)
    expect(hasUnownedAddress({ location: { id: "sloc_1", address: { city: "Aarhus" } } })).toBe(
      false
    )
    expect(hasUnownedAddress({ seller: { city: "Aarhus" } })).toBe(false)
  })

  it("is hidden with everybody's in a stream", () => {
    const run = { data: { order: { id: "order_1", shipping_address: { city: "Aarhus" } } } }
    expect(JSON.stringify(hideAddresses(run, "all"))).not.toContain("Aarhus")
    expect(JSON.stringify(hideAddresses(run, "unowned"))).toContain("Aarhus")
  })
})
