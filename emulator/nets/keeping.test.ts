import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hooks, lines, testShop, until } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, view } = shop

let folder: string

/** The shop goes on listening. */
const startAgain = async () => {
  await shop.emulator().stop()
  await shop.start({ keepIn: folder, webhookRetryMs: 0 })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nets-emulator-"))
})

afterEach(async () => {
  await shop.stop()
  rmSync(folder, { recursive: true })
})

describe("an emulator with a folder", () => {
  it("has its payments when it is started again, as they were told to the shop", async () => {
    await shop.start({ keepIn: folder })
    const open = await create()
    const id = await paid()
    const charged = await charge(id, lines(4_000))
    const refund = { amount: 1_000, orderItems: lines(1_000).orderItems }
    await call("POST", `/v1/charges/${String(charged.json.chargeId)}/refunds`, refund)
    const before = await view(id)
    expect(before).toMatchObject({ reserved: 10_000, charged: 4_000, refunded: 1_000 })

    await startAgain()
    expect(await view(id)).toEqual(before)
    expect(await view(open)).toMatchObject({ reserved: 0, terminated: false })
    expect((await charge(id, lines(6_000))).status).toBe(201)
    expect(readdirSync(folder).sort()).toEqual([id, open].map((one) => `${one}.json`).sort())
  })

  it("gives the same charge for a key that it knew before", async () => {
    await shop.start({ keepIn: folder })
    const id = await paid()
    const key = { "idempotency-key": "once" }
    const first = await call("POST", `/v1/payments/${id}/charges`, { amount: 10_000 }, key)
    await startAgain()
    const again = await call("POST", `/v1/payments/${id}/charges`, { amount: 10_000 }, key)
    expect(again.json.chargeId).toBe(first.json.chargeId)
    expect(await view(id)).toMatchObject({ charged: 10_000 })
  })

  it("sends what had not arrived, and nothing that had", async () => {
    await shop.start({ keepIn: folder, webhookRetryMs: 600_000 })
    const { url, heard } = await shop.listen([200, 500])
    const events = ["payment.created", "payment.reservation.created.v2"]
    const id = await paid(hooks(url, ...events))
    await until(() => heard.length === 2)
    await until(async () => {
      const { deliveries } = await view(id)
      return (deliveries as { status?: number }[]).every(({ status }) => status !== undefined)
    })
    await startAgain()
    await until(() => heard.length === 3)
    expect(heard[2]).toEqual(heard[1])
    const { deliveries } = await view(id)
    expect(deliveries).toMatchObject([{ attempts: 1 }, { attempts: 2 }])
  })

  it("begins with nothing where the folder is empty, and writes nothing without one", async () => {
    await shop.start({})
    await create()
    expect(readdirSync(folder)).toEqual([])
    await startAgain()
    expect((await call("GET", "/emulator/payments")).json.payments).toEqual([])
  })
})
