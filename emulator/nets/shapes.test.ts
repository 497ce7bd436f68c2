import {
  describeWithReferenceData,
  readReferenceJson,
} from "../../integration-tests/helpers/reference-data"
import { hooks, lines, testShop, until } from "./test-shop"

const shop = testShop()
const { call, charge, create, paid, pay, retrieve } = shop

beforeEach(() => shop.start())
afterEach(shop.stop)

/** Every path in a value: `data.orderItems[].name`. */
const pathsOf = (value: unknown, path = ""): string[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => pathsOf(entry, `${path}[]`))
  if (typeof value !== "object" || value === null) return [path]
  const inner = Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, path === "" ? name : `${path}.${name}`)
  )
  return path === "" ? inner : [path, ...inner]
}

const samples = (folder: string): unknown[] =>
  readReferenceJson(`fixtures/nets/${folder}`).map(([, content]) => content)

const eventOf = (sample: unknown): string =>
  typeof sample === "object" && sample !== null && "event" in sample ? String(sample.event) : ""

const EVENTS = [
  "payment.created",
  "payment.checkout.completed",
  "payment.reservation.created",
  "payment.reservation.created.v2",
  "payment.reservation.failed",
  "payment.charge.created.v2",
  "payment.charge.failed",
  "payment.refund.initiated.v2",
  "payment.refund.completed",
  "payment.refund.failed",
  "payment.cancel.created",
  "payment.cancel.failed",
]

/** A life in which every event happens once or more. */
const wholeLife = async (url: string, method: string): Promise<string> => {
  shop.emulator().switches.refund_state = "Pending"
  const id = await create({
    ...hooks(url, ...EVENTS),
    order: { reference: "1001" },
    myReference: "payses_1",
  })
  await call("POST", `/emulator/payments/${id}/refuse`)
  await pay(id, method, { surcharge: 100 })
  await call("POST", `/emulator/payments/${id}/decline`, { action: "charge" })
  await call("POST", `/emulator/payments/${id}/decline`, { action: "cancel" })
  await charge(id, lines(4_000))
  const { json } = await charge(id, lines(4_000))
  await call("POST", `/v1/payments/${id}/cancels`, lines(6_000))
  await call("POST", `/v1/payments/${id}/cancels`, lines(6_000))
  for (const state of ["Failed", "Completed"]) {
    const path = `/v1/charges/${String(json.chargeId)}/refunds`
    const refund = await call("POST", path, lines(4_000))
    await call("POST", `/emulator/refunds/${String(refund.json.refundId)}`, { state })
  }
  return id
}

describeWithReferenceData("fixtures/nets", "what the emulator says", () => {
  it.each(["card", "arvato"])(
    "of a payment by %s has no field that no sample has",
    async (method) => {
      const { url } = await shop.listen()
      const known = new Set(samples("payments").flatMap((sample) => pathsOf(sample)))
      const payments = [
        await retrieve(await create()),
        await retrieve(await wholeLife(url, method)),
        await retrieve(await paid({ checkout: { consumer: { company: { name: "Prøve ApS" } } } })),
      ]
      const unknown = pathsOf({ payment: payments }).filter(
        (path) => !known.has(path.replace("payment[]", "payment"))
      )
      expect(unknown.filter((path) => path !== "payment[]")).toEqual([])
    }
  )

  it.each(["card", "arvato"])("in webhooks of %s has none either", async (method) => {
    const folders = ["captured-2022", "docs-era-2021-22", "sdk-php", "official-2024-page"]
    const all = folders.flatMap((folder) => samples(`webhooks/${folder}`))
    const { url, heard } = await shop.listen()
    await wholeLife(url, method)
    await until(() => new Set(heard.map(({ event }) => event)).size === EVENTS.length)
    for (const { event, body } of heard) {
      const known = new Set(
        all.filter((sample) => eventOf(sample) === event).flatMap((sample) => pathsOf(sample))
      )
      expect(known.size).toBeGreaterThan(0)
      expect(pathsOf(body).filter((path) => !known.has(path))).toEqual([])
    }
  })
})
