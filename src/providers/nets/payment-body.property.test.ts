import fc from "fast-check"
import { EMULATOR_SECRET_KEY, startEmulator } from "../../../emulator/nets"
import { createNetsClient } from "../../modules/nets/client"
import type { SaleLine } from "../../modules/nets/domain/order-lines"
import { parseNetsOptions } from "../../modules/nets/options"
import { parseProviderOptions } from "./options"
import { paymentBody } from "./payment-body"

const settings = parseNetsOptions({
  storefrontUrl: "https://shop.example",
  publicUrl: "https://api.shop.example",
  nets: {
    accounts: {
      default: {
        secretKey: "a-secret-key",
        checkoutKey: "a-checkout-key",
        environment: "test",
        termsUrl: "https://shop.example/terms",
        privacyUrl: "https://shop.example/privacy",
        consumerData: "always",
      },
    },
  },
})

const text = fc.option(
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 150 }),
    fc.constantFrom("Åse", "O'Brien", "Hansen & Søn", "<b>", "")
  )
)

const anyAddress = fc.record({
  first_name: text,
  last_name: text,
  phone: fc.option(fc.stringMatching(/^\+?[\d ()-]{4,18}$/)),
  address_1: text,
  address_2: text,
  postal_code: fc.option(fc.oneof(text, fc.stringMatching(/^([A-Z]-)?\d{4,5}$/))),
  city: text,
  country_code: fc.constantFrom("dk", "se", "no", "de", "fo", "??"),
})

const anyLine: fc.Arbitrary<SaleLine> = fc.record({
  kind: fc.constantFrom("item" as const, "shipping" as const),
  reference: fc.string({ unit: "binary", maxLength: 150 }),
  name: fc.string({ unit: "binary", maxLength: 200 }),
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 9 }),
    fc.double({ min: 0.001, max: 20, noNaN: true })
  ),
  total: fc.integer({ min: 10, max: 900_000 }).map((value) => value / 1000),
  tax_total: fc.constant(0),
  tax_rate: fc.constantFrom(0, 25),
})

const anySetup = fc.record({
  integration: fc.constantFrom("hosted", "embedded"),
  methods: fc.constantFrom(undefined, ["Visa", "MobilePay"], ["Klarna", "Arvato"]),
})

it("the service takes whatever a shopper typed", async () => {
  const emulator = await startEmulator()
  const client = createNetsClient({
    baseUrl: emulator.url,
    secretKey: EMULATOR_SECRET_KEY,
    isPaymentPage: (page) => page.origin === emulator.url,
  })
  const { default: account } = settings.accounts
  if (!account) throw new Error("no account")
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 5 }),
        fc.record({ billing_address: fc.option(anyAddress), email: text, company_name: text }),
        anySetup,
        async (lines, { company_name, ...consumer }, options) => {
          const buyer = company_name === null ? null : { type: "business" as const, company_name }
          const amount = lines.reduce((sum, { total }) => sum + Number(total), 0)
          const body = paymentBody(
            settings,
            { ...account, ...parseProviderOptions(options) },
            {
              session_id: "payses_01K00000000000000000000000",
              amount: Math.max(0.01, amount),
              currency: "dkk",
              language: "da-DK",
              sale: {
                sale: { lines, credits: [] },
                consumer: { ...consumer, buyer },
                locale: null,
                needs_shipping: true,
              },
            }
          )
          const { hosted_url: page, payment_id: id } = await client.create(body)
          expect(id).toMatch(/^[0-9a-f]{32}$/)
          expect(page === undefined).toBe(options.integration === "embedded")
        }
      ),
      { numRuns: 300 }
    )
  } finally {
    await emulator.stop()
  }
})
