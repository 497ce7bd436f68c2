import { sendDueDeliveries } from "../../../src/workflows/invoice"
import {
  AUTHORITY,
  deliveriesOf,
  goLive,
  SECRET,
  sellToAuthority,
  withOptions,
} from "../helpers/deliveries"
import { startTestProvider } from "../helpers/einvoice-provider"
import type { TestProvider } from "../helpers/einvoice-provider"
import { makeProduct } from "../helpers/products"
import { shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { registered, startTestRegister } from "../helpers/test-register"
import type { TestRegister } from "../helpers/test-register"

const { ean: EAN } = AUTHORITY
const RECEIVER = `0088:${EAN}`
const OIOUBL = "Procurement-BilSim-1.0"
const PEPPOL = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
const SCHOOL_NAME = "Åstrup Skole, Faxe Kommune"

const tests = (suite: Suite): void => {
  let headers: Headers
  let register: TestRegister
  let provider: TestProvider
  let restore: () => void
  const { one, until, undelivered } = deliveriesOf(suite, () => headers)

  const look = async () => {
    const path = `/store/dk/receivers/${EAN}`
    const { body } = await suite.call<{ receiver: object }>("GET", path, { headers: shopper() })
    return body.receiver
  }

  beforeEach(async () => {
    headers = await staff(suite)
    register = await startTestRegister()
    provider = await startTestProvider()
    restore = withOptions(suite, {
      einvoice: {
        transport: { kind: "webhook", url: provider.url, secret: SECRET, timeoutSeconds: 1 },
        receivers: { lookup: "nemhandel", url: register.url },
      },
    })
  })

  afterEach(async () => {
    restore()
    await register.stop()
    await provider.stop()
  })

  describe("GET /store/dk/receivers/:ean", () => {
    it("tells who receives and names the unit, and asks the register once a day", async () => {
      register.says(RECEIVER, registered(SCHOOL_NAME, [OIOUBL]))
      const receiver = { ean: EAN, status: "valid", name: SCHOOL_NAME, warn_not_danish: false }
      expect([await look(), await look()]).toEqual([receiver, receiver])
      expect(register.asked).toEqual([RECEIVER])
      await suite
        .database()("dk_invoice_receiver")
        .update({ looked_up_at: suite.database().raw("now() - interval '25 hours'") })
      register.says(RECEIVER, registered(SCHOOL_NAME, []))
      expect(await look()).toMatchObject({ status: "unverified", name: null })
      register.says(RECEIVER, { modtagere: [] })
      expect(await look()).toMatchObject({ status: "invalid", name: null })
      expect(register.asked).toHaveLength(3)
    })

    it.each<[string, object | number | "hang"]>([
      ["is down", 503],
      ["answers nothing", "hang"],
      ["answers in a way of tomorrow", { receivers: [] }],
    ])("gives no verdict, and is not waited for, when the register %s", async (_name, answer) => {
      register.says(RECEIVER, answer)
      expect(await look()).toMatchObject({ status: "unverified", name: null })
      // What is not known is asked again.
      register.says(RECEIVER, registered(SCHOOL_NAME, [PEPPOL], true))
      expect(await look()).toMatchObject({ status: "valid", name: SCHOOL_NAME })
    })

    it("asks nobody where the store has chosen no register", async () => {
      restore()
      expect(await look()).toMatchObject({ status: "unverified", name: null })
      expect(register.asked).toEqual([])
    })
  })

  describe("the format of an e-invoice", () => {
    it.each<[string, readonly string[], string]>([
      ["Peppol where the receiver takes it", [OIOUBL, PEPPOL], "peppol"],
      ["OIOUBL where that is all it takes", [OIOUBL], "oioubl"],
    ])("is %s", async (_name, profiles, format) => {
      register.says(RECEIVER, registered(SCHOOL_NAME, profiles))
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      expect(await until(invoiceId, "delivered")).toMatchObject({ format })
      expect(provider.received[0]?.headers["x-dk-format"]).toBe(format)
    })

    it("is the other one where the receiver takes both and would refuse the document in Peppol", async () => {
      register.says(RECEIVER, registered(SCHOOL_NAME, [OIOUBL, PEPPOL]))
      await goLive(suite, headers)
      // Peppol has no invoice of goods with VAT and something outside of it.
      const card = { title: "Gavekort 200", price: 200, isGiftCard: true, kind: "multi_purpose" }
      const { handle } = await makeProduct(suite, headers, card)
      const items = ["notesbog-havblik", handle]
      const { invoiceId } = await sellToAuthority(suite, headers, { items })
      expect(await until(invoiceId, "delivered")).toMatchObject({ format: "oioubl", problems: [] })
      expect(provider.received.map((it) => it.headers["x-dk-format"])).toEqual(["oioubl"])
    })

    it("stays Peppol, with what is wrong, where that is all the receiver takes", async () => {
      register.says(RECEIVER, registered(SCHOOL_NAME, [PEPPOL]))
      await goLive(suite, headers)
      const card = { title: "Gavekort 300", price: 300, isGiftCard: true, kind: "multi_purpose" }
      const { handle } = await makeProduct(suite, headers, card)
      const items = ["notesbog-havblik", handle]
      const { invoiceId } = await sellToAuthority(suite, headers, { items })
      expect(await until(invoiceId, "failed")).toMatchObject({
        outcome: "einvoice_incomplete",
        problems: [{ code: "outside_scope_alone", rule: "BR-O-11" }],
      })
      expect(provider.received).toEqual([])
    })

    it("is the option's where the register does not answer: nothing waits for it", async () => {
      register.says(RECEIVER, 500)
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      expect(await until(invoiceId, "delivered")).toMatchObject({ format: "oioubl" })
    })

    it("has no route where the receiver takes none; staff sees it, and nothing is sent", async () => {
      await goLive(suite, headers)
      const { invoiceId } = await sellToAuthority(suite, headers)
      expect(await until(invoiceId, "no_route")).toMatchObject({ outcome: "receiver_takes_none" })
      await sendDueDeliveries(suite.container())
      expect([provider.received, (await one(invoiceId))?.state]).toEqual([[], "no_route"])
      expect(await undelivered()).toMatchObject([{ invoice_id: invoiceId, state: "no_route" }])
    })
  })
}

/** Its provider, register and options are set up for its own tests alone. */
export default (suite: Suite): void => {
  describe("receivers of e-invoices", () => {
    tests(suite)
  })
}
