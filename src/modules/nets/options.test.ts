import checkWiring from "./loaders/check-wiring"
import { parseNetsOptions } from "./options"

const account = {
  secretKey: "a-secret-key",
  checkoutKey: "a-checkout-key",
  environment: "test",
  termsUrl: "https://www.example.dk/terms",
  privacyUrl: "https://www.example.dk/privacy",
}
const withAccount = (overrides: object) => ({
  nets: { accounts: { default: { ...account, ...overrides } } },
})

afterEach(() => {
  jest.replaceProperty(process, "env", { ...process.env, NODE_ENV: "test" })
})

describe("options", () => {
  it("may be left out", () => {
    expect(parseNetsOptions().accounts).toEqual({})
  })

  it.each([
    ["a missing key", { secretKey: undefined }, "nets.accounts.default.secretKey"],
    [
      "an emulator without address",
      { environment: "emulator" },
      "nets.accounts.default.emulatorUrl",
    ],
    [
      "an emulator elsewhere",
      { environment: "emulator", emulatorUrl: "http://emulator.example:4010" },
      "nets.accounts.default.emulatorUrl",
    ],
    [
      "an emulator address for Nets itself",
      { emulatorUrl: "http://localhost:4010" },
      "nets.accounts.default.emulatorUrl",
    ],
    ["an unknown field", { password: "x" }, "nets.accounts.default.password"],
    ["terms that are no address", { termsUrl: "terms" }, "nets.accounts.default.termsUrl"],
    [
      "terms with a character Nets refuses",
      { termsUrl: "https://www.example.dk/terms'" },
      "nets.accounts.default.termsUrl",
    ],
    [
      "terms at an address longer than Nets takes",
      { termsUrl: `https://www.example.dk/${"a".repeat(240)}` },
      "nets.accounts.default.termsUrl",
    ],
    [
      "a page longer than Nets takes",
      { returnPath: `/${"a".repeat(80)}` },
      "nets.accounts.default.returnPath",
    ],
    ["terms in no language", { termsUrl: {} }, "nets.accounts.default.termsUrl"],
    [
      "privacy in a language the page does not have",
      { privacyUrl: { xx: "https://www.example.dk/privacy" } },
      "nets.accounts.default.privacyUrl",
    ],
    [
      "another wish for the buyer's data",
      { consumerData: true },
      "nets.accounts.default.consumerData",
    ],
    ["a live account that webhooks cannot reach", { environment: "live" }, "publicUrl"],
  ])("name %s", (_what, overrides, option) => {
    expect(() => parseNetsOptions(withAccount(overrides))).toThrow(`option "${option}"`)
    expect(() => parseNetsOptions(withAccount(overrides))).not.toThrow("a-secret-key")
  })

  it("name a server whose webhooks would be longer than Nets takes", () => {
    const publicUrl = `https://api.example.dk/${"a".repeat(180)}`
    expect(() => parseNetsOptions({ ...withAccount({}), publicUrl })).toThrow('option "publicUrl"')
  })

  it("take an address for each language", () => {
    const termsUrl = { da: "https://www.example.dk/vilkaar", en: "https://www.example.dk/terms" }
    const { accounts } = parseNetsOptions(withAccount({ termsUrl }))
    expect(accounts.default).toMatchObject({ termsUrl, consumerData: "needed" })
  })

  it("refuse the emulator in production", () => {
    jest.replaceProperty(process, "env", { ...process.env, NODE_ENV: "production" })
    const production = {
      controller: { name: "A", cvr: "10150817", address: "B", email: "a@example.dk" },
      secrets: { current: { id: "1", key: "k".repeat(32) } },
      storefrontUrl: "https://www.example.dk",
      publicUrl: "https://api.example.dk",
    }
    const emulator = { environment: "emulator", emulatorUrl: "http://localhost:4010" }
    expect(() => parseNetsOptions({ ...production, ...withAccount(emulator) })).toThrow(
      "production"
    )
    expect(
      parseNetsOptions({ ...production, ...withAccount({ environment: "live" }) })
    ).toBeDefined()
  })
})

describe("the start", () => {
  const warnings: string[] = []
  const start = (payment: object, options: object = withAccount({})) => {
    const registered: Record<string, unknown> = {
      configModule: { modules: { payment } },
      logger: { warn: (message: string) => warnings.push(message) },
    }
    const container = { resolve: <Value>(key: string) => registered[key] as Value }
    return checkWiring({ container, options })
  }
  const providers = [{ resolve: "medusa-plugin-denmark/providers/nets", id: "nets" }]

  it("fails with the snippet when the provider is kept from its module", async () => {
    for (const dependencies of [undefined, [], ["query"], ["dk_nets"]]) {
      await expect(start({ dependencies, options: { providers } })).rejects.toThrow(
        'dependencies: ["query", "dk_nets"]'
      )
    }
    await start({ dependencies: ["query", "dk_nets"], options: { providers } })
    await start({ options: { providers: [{ resolve: "@medusajs/payment-stripe", id: "stripe" }] } })
    expect(warnings).toEqual([])
  })

  it("goes on without an account and says so", async () => {
    await start({ dependencies: ["query", "dk_nets"], options: { providers } }, {})
    expect(warnings).toEqual([expect.stringContaining("nets.accounts")])
  })
})
