import { createServer } from "node:http"
import type { Server } from "node:http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createNetsClient } from "../../../src/modules/nets/client"
import { NETS_MODULE } from "../../../src/modules/nets"
import type { NetsModuleService } from "../../../src/modules/nets"
import NetsPaymentProvider from "../../../src/providers/nets/service"
import { createToken } from "../../../src/shared/tokens"
import { processDueNetsReceipts } from "../../../src/workflows/nets"
import { readReferenceJson } from "../../helpers/reference-data"
import { callNets, startNetsPayment } from "../helpers/nets"
import type { NetsSession } from "../helpers/nets"
import { rowsOf } from "../helpers/nets-sales"
import { createCart, shopper, startPayment } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { watchLogger } from "../helpers/watch-logger"

const PAYMENT = "payments/hand-made.json"

const PERSON = {
  privatePerson: {
    firstName: "Canaryfornavn",
    lastName: "Canaryefternavn",
    email: "canary-person@forbruger.example",
    dateOfBirth: "1971-02-03T00:00:00",
    phoneNumber: { prefix: "+45", number: "71829304" },
  },
  company: { name: "Canaryfirma", registrationNumber: "CANARY-CVR-7" },
  shippingAddress: { addressLine1: "Canarystien 71", postalCode: "9871", city: "Canaryby" },
  ip: "198.51.100.71",
}

const CARD = { maskedPan: "545301******7171", truncatedPan: "545301******7171", expiryDate: "0971" }

/** What the service might send, with everything in it that a shop must not keep. */
const HAND_MADE: [name: string, content: unknown][] = [
  [
    PAYMENT,
    {
      payment: {
        summary: { reservedAmount: 13_800 },
        consumer: PERSON,
        paymentDetails: { paymentType: "CARD", paymentMethod: "Visa", cardDetails: CARD },
        orderDetails: { amount: 13_800, currency: "DKK" },
        paymentAccountReference: "CANARY-PAR-50017171",
      },
    },
  ],
  [
    "webhooks/hand-made.json",
    {
      id: "71717171717171717171717171717171",
      event: "payment.reservation.created",
      data: {
        paymentId: "7".repeat(32),
        amount: { amount: 13_800, currency: "DKK" },
        cardDetails: { ...CARD, threeDSecure: { acsUrl: "https://canary-acs.example/71" } },
        consumer: PERSON,
      },
    },
  ],
  [
    "errors/hand-made.json",
    {
      code: "1020",
      message: "Canaryfornavn 545301******7171",
      source: "canary-person@forbruger.example",
    },
  ],
]

const SENSITIVE =
  /^(maskedPan|truncatedPan|expiryDate|expiryMonth|firstName|lastName|name|email|number|ip|dateOfBirth|paymentAccountReference|registrationNumber|addressLine[12]|postalCode|postcode|receiverLine|acsUrl|link|message|source)$/i

/** Values below the names of what must not be kept, long enough not to be met by chance. */
const sensitiveValues = (value: unknown, name = ""): string[] => {
  if (Array.isArray(value)) return value.flatMap((entry) => sensitiveValues(entry, name))
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => sensitiveValues(inner, key))
  }
  const isLong = typeof value === "string" && value.length >= 6
  return isLong && SENSITIVE.test(name) ? [value] : []
}

/** Everything the database holds as text or JSON, in one string. */
const databaseText = async (suite: Suite): Promise<string> => {
  const columns = await rowsOf<{ table_name: string; column_name: string }>(
    suite,
    `SELECT c.table_name, c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY')`
  )
  const parts: string[] = []
  for (const { table_name: table, column_name: column } of columns) {
    const sql = `SELECT string_agg("${column}"::text, ' ') AS text FROM "${table}"`
    const [row] = await rowsOf<{ text: string | null }>(suite, sql)
    parts.push(row?.text ?? "")
  }
  return parts.join(" ")
}

/** A service that answers every call with one body. */
const answering = async (
  status: number,
  body: string
): Promise<{ server: Server; url: string }> => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  return { server, url: `http://127.0.0.1:${port.toString()}` }
}

/** The content as if it told of this payment. */
const told = (content: unknown, { paymentId, sessionId }: NetsSession): string => {
  const outer = (content ?? {}) as Record<string, unknown>
  const payment = (outer.payment ?? outer) as Record<string, unknown>
  return JSON.stringify({ payment: { ...payment, paymentId, myReference: sessionId } })
}

const providerAt = (suite: Suite, url: string): NetsPaymentProvider => {
  const container = suite.container()
  const nets = container.resolve<NetsModuleService>(NETS_MODULE)
  const client = createNetsClient({
    baseUrl: url,
    secretKey: "canary-secret-key-71",
    isPaymentPage: () => true,
  })
  return new NetsPaymentProvider({
    dk_nets: { settings: nets.settings, account: nets.account, client: () => client },
    query: container.resolve(ContainerRegistrationKeys.QUERY),
    [ContainerRegistrationKeys.PG_CONNECTION]: suite.database(),
  })
}

/** Everything the provider may be asked about a payment; refusals are as good as answers here. */
const askProvider = async (
  suite: Suite,
  session: NetsSession,
  { status, body, logged }: { status: number; body: string; logged: string[] }
): Promise<void> => {
  const { server, url } = await answering(status, body)
  const provider = providerAt(suite, url)
  const data = { session_id: session.sessionId, account: "default", payment_id: session.paymentId }
  const results = await Promise.allSettled([
    provider.authorizePayment({ data }),
    provider.retrievePayment({ data }),
    provider.getPaymentStatus({ data }),
    provider.cancelPayment({ data }),
  ])
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  for (const result of results) {
    // What Medusa would store of an answer, and log of an error.
    if (result.status === "fulfilled") await store(suite, session, result.value)
    else logged.push(String(result.reason), JSON.stringify(result.reason))
  }
}

const store = (suite: Suite, { sessionId }: NetsSession, { data }: { data?: unknown }) =>
  suite
    .database()
    .raw("UPDATE payment_session SET data = data || ?::jsonb WHERE id = ?", [
      JSON.stringify(data ?? {}),
      sessionId,
    ])

const SECRETS = {
  current: { id: "development", key: "development-only-secret-0123456789abcdef" },
  previous: [],
}

const feed = async (
  suite: Suite,
  session: NetsSession,
  { name, content, logged }: { name: string; content: unknown; logged: string[] }
): Promise<void> => {
  if (/webhooks\//.test(name)) {
    const authorization = createToken(SECRETS, "nets_webhook", session.sessionId)
    const path = `/hooks/nets/${session.sessionId}`
    const answer = await suite.call("POST", path, { headers: { authorization }, body: content })
    expect([name, answer.status]).toEqual([name, 200])
    return
  }
  const body = /errors\//.test(name) ? JSON.stringify(content) : told(content, session)
  await askProvider(suite, session, { status: /errors\//.test(name) ? 402 : 200, body, logged })
}

export default (suite: Suite): void => {
  describe("what is kept of what Nets sends", () => {
    afterEach(async () => {
      jest.restoreAllMocks()
      await callNets("POST", "/emulator/reset")
    })

    it.each([
      ["a hand-made sample of everything", HAND_MADE],
      ["every recorded and published sample", readReferenceJson("fixtures/nets")],
    ])(
      "holds no card, person, address or account reference at rest or in the log: %s",
      async (_, samples) => {
        const logged = watchLogger(suite)
        const session = await startNetsPayment(suite, await createCart(suite))
        const before = await databaseText(suite)
        for (const [name, content] of samples) await feed(suite, session, { name, content, logged })
        await processDueNetsReceipts(suite.container())
        const after = `${await databaseText(suite)} ${logged.join(" ")}`
        expect(after).toContain(session.paymentId)
        if (samples.some(([name]) => name === PAYMENT)) expect(after).toContain("Visa")
        const values = new Set(samples.flatMap(([, content]) => sensitiveValues(content)))
        const kept = [...values].filter((value) => !before.includes(value) && after.includes(value))
        expect(kept).toEqual([])
        expect(after).not.toContain("canary-secret-key-71")
      }
    )

    it("takes no foreign data of the storefront, however often a session is started", async () => {
      const cartId = await createCart(suite)
      const forged = {
        payment_id: "f".repeat(32),
        session_id: "payses_forged",
        account: "another",
        status: "captured",
        charged: 13_800,
        note: "canary-note-71",
        nested: { email: "canary-person@forbruger.example" },
      }
      const first = await startNetsPayment(suite, cartId, { data: forged })
      const again = await startPayment(suite, cartId, { provider: "pp_nets_nets", data: forged })
      expect(again.status).toBe(200)
      const [session] = again.body.payment_collection.payment_sessions
      expect(session?.data).toMatchObject({ account: "default", status: "pending" })
      expect(session?.data.payment_id).not.toBe(forged.payment_id)
      expect(first.data).toMatchObject({ account: "default", status: "pending" })
      const text = await databaseText(suite)
      for (const word of ["canary-note-71", "payses_forged", "canary-person"]) {
        expect(text).not.toContain(word)
      }
      const complete = await suite.call("POST", `/store/carts/${cartId}/complete`, {
        headers: shopper(),
      })
      expect(complete.status).toBe(400)
    })
  })
}
