import { lines, testShop } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, view } = shop

beforeEach(() => shop.start({ seed: 7 }))
afterEach(shop.stop)

const fault = (kind: string, more: object = {}) =>
  call("POST", "/emulator/faults", { path: "/charges", kind, ...more })

const whole = { amount: 10_000 }

const rawCharge = (id: string, signal?: AbortSignal) =>
  fetch(`${shop.emulator().url}/v1/payments/${id}/charges`, {
    method: "POST",
    headers: { authorization: "emulator-secret-key" },
    body: JSON.stringify(whole),
    ...(signal && { signal }),
  })

describe("a fault", () => {
  it.each([
    ["unavailable", 500, { code: "1000" }],
    ["html", 502, {}],
    ["refused", 402, { code: "1020" }],
  ])("%s happens instead of the call, once", async (kind, status, json) => {
    const id = await paid()
    await fault(kind)
    expect(await charge(id, whole)).toMatchObject({ status, json })
    expect(await view(id)).toMatchObject({ charged: 0 })
    expect((await charge(id, whole)).status).toBe(201)
  })

  it("reset breaks the connection before anything happens", async () => {
    const id = await paid()
    await fault("reset")
    await expect(charge(id, whole)).rejects.toThrow()
    expect(await view(id)).toMatchObject({ charged: 0 })
  })

  it.each(["answer_lost", "truncated"])(
    "%s spoils the answer of what has happened",
    async (kind) => {
      const id = await paid()
      await fault(kind)
      await expect(charge(id, whole)).rejects.toThrow()
      expect(await view(id)).toMatchObject({ charged: 10_000 })
    }
  )

  it("error_after says that it went wrong when it did not", async () => {
    const id = await paid()
    await fault("error_after")
    expect(await charge(id, whole)).toMatchObject({ status: 500, json: { code: "1000" } })
    expect(await view(id)).toMatchObject({ charged: 10_000 })
  })

  it("timeout never answers", async () => {
    const id = await paid()
    await fault("timeout", { ms: 5_000 })
    const started = performance.now()
    await expect(rawCharge(id, AbortSignal.timeout(150))).rejects.toThrow()
    expect(performance.now() - started).toBeGreaterThan(140)
    expect(await view(id)).toMatchObject({ charged: 10_000 })
  })

  it("slow_body begins at once and takes its time", async () => {
    const id = await paid()
    await fault("slow_body", { ms: 1_500 })
    const started = performance.now()
    const response = await rawCharge(id)
    const headersAfter = performance.now() - started
    expect(await response.json()).toHaveProperty("chargeId")
    expect(headersAfter).toBeLessThan(1_000)
    expect(performance.now() - started).toBeGreaterThan(1_200)
  })

  it("wrong_case writes names of fields differently", async () => {
    const id = await paid()
    await call("POST", "/emulator/faults", { path: "/payments", kind: "wrong_case" })
    const { json } = await call("GET", `/v1/payments/${id}`)
    expect(json).toMatchObject({ Payment: { Summary: { ReservedAmount: 10_000 } } })
  })

  it("waits for its turn and for its method, and is forgotten on demand", async () => {
    const id = await paid()
    const path = `/payments/${id}`
    await call("POST", "/emulator/faults", { path, method: "GET", skip: 1, kind: "unavailable" })
    expect((await charge(id, lines(1_000))).status).toBe(201)
    expect((await call("GET", `/v1${path}`)).status).toBe(200)
    expect((await call("GET", `/v1${path}`)).status).toBe(500)
    await fault("unavailable")
    expect((await call("GET", "/emulator/faults")).json.next).toHaveLength(1)
    await call("DELETE", "/emulator/faults")
    expect((await charge(id, lines(1_000))).status).toBe(201)
    expect((await fault("earthquake")).status).toBe(400)
  })
})

describe("faults by chance", () => {
  const outcomes = async (): Promise<string> => {
    const statuses: number[] = []
    for (let turn = 0; turn < 60; turn += 1) {
      statuses.push((await call("GET", "/v1/paymentmethods")).status)
    }
    return statuses.join(" ")
  }

  it("hit about their share of the calls, the same ones for the same seed", async () => {
    const rate = { path: "", kind: "unavailable", rate: 0.2 }
    expect((await call("POST", "/emulator/fault-rates", rate)).status).toBe(204)
    const first = await outcomes()
    const hits = first.split("500").length - 1
    expect(hits).toBeGreaterThan(3)
    expect(hits).toBeLessThan(25)
    const { json } = await call("GET", "/emulator/summary")
    expect(json).toMatchObject({ seed: 7, faults: { unavailable: hits } })
    await call("POST", "/emulator/seed", { seed: 7 })
    expect(await outcomes()).toBe(first)
    await call("POST", "/emulator/seed", { seed: 8 })
    expect(await outcomes()).not.toBe(first)
    await call("DELETE", "/emulator/fault-rates")
    expect(await outcomes()).not.toContain("500")
  })

  it("need a share between 0 and 1", async () => {
    for (const rate of [-0.1, 1.1, "half"]) {
      const body = { path: "", kind: "html", rate }
      expect((await call("POST", "/emulator/fault-rates", body)).status).toBe(400)
    }
    expect((await call("POST", "/v1/payments", "{")).status).toBe(400)
    expect(await create()).toBeTruthy()
  })
})
