import { z } from "@medusajs/framework/zod"
import { parseCommonOptions, parseSection, shippedLocale } from "./options"

const complete = {
  controller: {
    name: "Butik",
    cvr: "13748136",
    address: "Gade 1, 1000 By",
    email: "a@butik.example",
  },
  secrets: { current: { id: "2026", key: "k".repeat(32) } },
  storefrontUrl: "https://www.butik.example",
  publicUrl: "https://api.butik.example",
}

const inProduction = (work: () => void): void => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = "production"
  try {
    work()
  } finally {
    if (before !== undefined) process.env.NODE_ENV = before
  }
}

describe("the plugin's options", () => {
  it("may all be left out in development, and are then listed as missing", () => {
    const { missing, secrets } = parseCommonOptions(undefined)
    expect(missing).toEqual(["controller", "secrets", "storefrontUrl", "publicUrl"])
    expect(secrets.current.id).toBe("development")
  })

  it("lack nothing when complete", () => {
    inProduction(() => {
      expect(parseCommonOptions(complete).missing).toEqual([])
    })
  })

  it.each(["controller", "secrets", "storefrontUrl", "publicUrl"])(
    "stop the start in production when %s is missing, with the snippet to add",
    (option) => {
      inProduction(() => {
        const start = () => parseCommonOptions({ ...complete, [option]: undefined })
        expect(start).toThrow(`option "${option}" is missing`)
        expect(start).toThrow(`${option}: `)
        expect(start).toThrow("medusa-plugin-denmark")
      })
    }
  )

  it.each([
    ["controller.cvr", { ...complete, controller: { ...complete.controller, cvr: "12345678" } }],
    ["secrets.current.key", { ...complete, secrets: { current: { id: "1", key: "too short" } } }],
    ["publicUrl", { ...complete, publicUrl: "not a url" }],
    ["locales.0", { ...complete, locales: ["Svensk!"] }],
  ])("name %s when it is wrong, and never repeat a secret", (option, options) => {
    const start = () => parseCommonOptions(options)
    expect(start).toThrow(`option "${option}" is wrong`)
    expect(start).not.toThrow("too short")
  })

  it.each([
    ["acces", { ...complete, acces: { operators: [] } }],
    [
      "controller.mail",
      { ...complete, controller: { ...complete.controller, mail: "a@b.example" } },
    ],
  ])("name %s, which nobody reads", (option, options) => {
    const start = () => parseCommonOptions(options)
    expect(start).toThrow(`option "${option}" is not known`)
    expect(start).not.toThrow("a@b.example")
  })

  it("take what Medusa adds for the database", () => {
    expect(parseCommonOptions({ ...complete, database: { clientUrl: "" } }).missing).toEqual([])
  })

  it("name the variable that is not there, with the line of that option", () => {
    const start = () =>
      parseCommonOptions({ ...complete, secrets: { current: { id: "2026", key: undefined } } })
    expect(start).toThrow(
      'option "secrets.current.key" is not set, or read from a variable of the environment that is not there'
    )
    expect(start).toThrow("secrets: { current: ")
    expect(start).not.toThrow("controller: {")
  })

  it("take any language, and ship Danish and English", () => {
    expect(parseCommonOptions({ ...complete, locales: ["sv-SE", "en-GB"] }).locales).toEqual([
      "sv-SE",
      "en-GB",
    ])
    expect(shippedLocale(["sv-SE", "en-GB"])).toBe("en")
    expect(shippedLocale(["sv"], "sv-SE")).toBe("da")
    expect(shippedLocale(["da", "en"], "en-US")).toBe("en")
    expect(shippedLocale(["da"], "en-US")).toBe("da")
  })

  it("name the section and field of a domain", () => {
    const schema = z.strictObject({ mode: z.enum(["own", "off"]).default("own") })
    expect(parseSection({}, "invoice", schema, "invoice: {},")).toEqual({ mode: "own" })
    const wrong = () => parseSection({ invoice: { mode: "x" } }, "invoice", schema, "invoice: {},")
    expect(wrong).toThrow('option "invoice.mode" is wrong')
    const misspelt = () =>
      parseSection({ invoice: { moed: "own" } }, "invoice", schema, "invoice: {},")
    expect(misspelt).toThrow('option "invoice.moed" is not known')
  })
})
