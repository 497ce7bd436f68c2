import { testShop } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, pay, retrieve } = shop
const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 1)

beforeEach(() => shop.start({ now: () => START }))
afterEach(shop.stop)

const advance = (hours: number) =>
  call("POST", "/emulator/clock", { advance_seconds: hours * 3_600 })

const read = (id: string) => call("GET", `/v1/payments/${id}`)

const readUp = async (id: string): Promise<void> => {
  for (let count = 0; count < 30; count += 1) expect((await read(id)).status).toBe(200)
}

describe("the clock", () => {
  it("is moved on, set and put back", async () => {
    expect((await advance(1)).json.now).toBe("2026-03-01T01:00:00.000Z")
    const set = await call("POST", "/emulator/clock", { set: "2027-01-01T00:00:00Z" })
    expect(set.json.now).toBe("2027-01-01T00:00:00.000Z")
    expect(shop.emulator().clock.now()).toBe(Date.UTC(2027, 0, 1))
    expect((await call("POST", "/emulator/clock", { reset: true })).json.now).toBe(
      "2026-03-01T00:00:00.000Z"
    )
    expect((await call("POST", "/emulator/clock", { set: "soon" })).status).toBe(400)
  })

  it("closes an open payment after 48 hours", async () => {
    const id = await create()
    const late = await create()
    await advance(47.99)
    expect((await pay(id)).status).toBe(200)
    await advance(0.01)
    expect((await pay(late)).status).toBe(409)
    expect((await call("PUT", `/v1/payments/${late}/terminate`)).status).toBe(409)
    expect(await retrieve(late)).toMatchObject({ expiresAt: "2026-03-03T00:00:00.0000+00:00" })
    expect(await retrieve(late)).not.toHaveProperty("terminated")
  })

  it("closes it when it was asked to", async () => {
    const id = await create({ checkout: { expiresAt: "2026-04-01T00:00:00Z" } })
    await advance(30 * 24)
    expect((await pay(id)).status).toBe(200)
    const other = await create({ checkout: { expiresAt: "2026-04-01T00:00:00Z" } })
    await advance(24)
    expect((await pay(other)).status).toBe(409)
    const now = await create()
    await call("POST", `/emulator/payments/${now}/expire`)
    expect((await pay(now)).status).toBe(409)
  })

  it("ends a reservation after seven days", async () => {
    const id = await paid()
    await advance(7 * 24 - 0.01)
    const part = { amount: 10_000 }
    expect((await charge(await paid(), part)).status).toBe(201)
    await advance(0.01)
    expect(await charge(id, part)).toMatchObject({ status: 402, json: { code: "1010" } })
    expect((await call("POST", `/v1/payments/${id}/cancels`, part)).json.code).toBe("1010")
  })
})

describe("retrieve calls", () => {
  it("are 30 per payment and hour", async () => {
    const id = await create()
    await readUp(id)
    expect(await read(id)).toMatchObject({ status: 429, text: "" })
    expect((await read(id)).headers.get("retry-after")).toBeNull()
    expect((await read(await create())).status).toBe(200)
    shop.emulator().clock.advance(HOUR)
    await readUp(id)
  })

  it("tell when to come again when so switched", async () => {
    const id = await create()
    await readUp(id)
    shop.emulator().clock.advance(HOUR / 2)
    shop.emulator().switches.retry_after = "seconds"
    expect((await read(id)).headers.get("retry-after")).toBe("1800")
    shop.emulator().switches.retry_after = "date"
    expect((await read(id)).headers.get("retry-after")).toBe("Sun, 01 Mar 2026 01:00:00 GMT")
  })
})
