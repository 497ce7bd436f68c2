import { spawn } from "node:child_process"
import { lines, testShop } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid } = shop

beforeEach(() => shop.start({ seed: 5 }))
afterEach(shop.stop)

describe("the control routes", () => {
  it("list every payment and add them up", async () => {
    const first = await paid({ myReference: "payses_1" })
    await charge(first, lines(4_000))
    await call("POST", `/v1/payments/${first}/refunds`, lines(1_000))
    const second = await paid({}, "swish")
    await create()
    const { payments } = (await call("GET", "/emulator/payments")).json
    expect(payments).toMatchObject([
      {
        payment_id: first,
        my_reference: "payses_1",
        charged: 4_000,
        charges: [{ amount: 4_000 }],
        refunds: [{ amount: 1_000, state: "Completed" }],
      },
      { payment_id: second, method: "Swish", reserved: 0, charged: 10_000 },
      { reserved: 0, charged: 0 },
    ])
    expect((await call("GET", "/emulator/summary")).json).toMatchObject({
      seed: 5,
      payments: 3,
      reserved: 10_000,
      charged: 14_000,
      refunded: 1_000,
      charges: 2,
      refunds: 1,
      webhooks: { ok: 0, lost: 0, given_up: 0, open: 0, waiting: 0 },
    })
  })

  it("set switches all or nothing", async () => {
    const wrong = await call("POST", "/emulator/switches", {
      return_parameter: "paymentId",
      webhook_lost_rate: 2,
      nonsense: true,
    })
    expect(wrong.json.message).toBe("Not accepted: webhook_lost_rate, nonsense")
    expect(shop.emulator().switches.return_parameter).toBe("paymentid")
    const right = await call("POST", "/emulator/switches", { webhook_lost_rate: 0.2 })
    expect(right.json.switches).toMatchObject({ webhook_lost_rate: 0.2 })
    expect((await call("GET", "/emulator/switches")).json).toEqual(right.json)
  })

  it("put everything back", async () => {
    await shop.stop()
    await shop.start({ switches: { reads_per_hour: 2 } })
    const id = await paid()
    await call("POST", "/emulator/switches", { reads_per_hour: 1 })
    await call("POST", "/emulator/clock", { advance_seconds: 1_000_000 })
    await call("POST", "/emulator/faults", { path: "", kind: "html" })
    expect((await call("POST", "/emulator/reset")).status).toBe(204)
    expect((await call("GET", `/v1/payments/${id}`)).status).toBe(404)
    expect(shop.emulator().switches.reads_per_hour).toBe(2)
    expect(Math.abs(shop.emulator().clock.now() - Date.now())).toBeLessThan(1_000)
  })

  it("answer 404 for what they do not know, 400 for what they cannot use", async () => {
    const id = await create()
    expect((await call("POST", `/emulator/payments/${id}/dance`)).status).toBe(404)
    expect((await call("POST", `/emulator/payments/${id}/constructor`)).status).toBe(404)
    expect((await call("POST", "/emulator/refunds/1", { state: "Pending" })).status).toBe(400)
    expect((await call("POST", "/emulator/seed", { seed: "x" })).status).toBe(400)
    const decline = `/emulator/payments/${id}/decline`
    expect((await call("POST", decline, { action: "smile" })).status).toBe(400)
  })
})

it("runs as a process of its own on a given port", async () => {
  const env = { ...process.env, NETS_PORT: "0", NETS_SEED: "42" }
  const args = ["-r", "ts-node/register/transpile-only", "emulator/nets/main.ts"]
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "ignore"] })
  const said = await new Promise<string>((resolve) => {
    child.stdout.once("data", (chunk: Buffer) => {
      resolve(chunk.toString())
    })
  })
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ""
  const summary = (await (await fetch(`${url}/emulator/summary`)).json()) as object
  expect(summary).toMatchObject({ seed: 42, payments: 0 })
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
  child.kill("SIGTERM")
  expect(await ended).toBe(0)
})
