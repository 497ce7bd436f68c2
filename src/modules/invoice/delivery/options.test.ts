import { parseInvoiceOptions } from "../options"

const parse = (invoice: object) => parseInvoiceOptions({ invoice })
const webhook = {
  kind: "webhook",
  url: "https://provider.example/e-invoices",
  secret: "a-providers-secret-of-32-characters-or-more",
}

describe("how invoices are sent", () => {
  it("is by hand, and by a link where there is mail, unless the store says otherwise", () => {
    expect(parse({})).toMatchObject({
      ...{ send: "link", page: "/invoices" },
      einvoice: { transport: { kind: "manual" }, format: "oioubl" },
    })
    expect(parse({}).einvoice.receivers).toBeUndefined()
    expect(parse({}).einvoice.testTransport).toBeUndefined()
  })

  it("takes a provider over https, and on this machine outside production", () => {
    expect(parse({ einvoice: { transport: webhook } }).einvoice.transport).toMatchObject({
      timeoutSeconds: 20,
    })
    const local = { ...webhook, url: "http://127.0.0.1:8080/" }
    expect(() => parse({ einvoice: { transport: local } })).not.toThrow()
  })

  it.each([
    ["invoice.send", { send: "fax" }],
    ["invoice.page", { page: "invoices?token=1" }],
    [
      "invoice.einvoice.transport.url",
      { einvoice: { transport: { ...webhook, url: "http://provider.example" } } },
    ],
    [
      "invoice.einvoice.transport.secret",
      { einvoice: { transport: { ...webhook, secret: "short" } } },
    ],
    [
      "invoice.einvoice.transport.folder",
      { einvoice: { transport: { kind: "file", folder: "here" } } },
    ],
    ["invoice.einvoice.transport.to", { einvoice: { transport: { kind: "email", to: "nobody" } } }],
    ["invoice.einvoice.transport.kind", { einvoice: { transport: { kind: "pigeon" } } }],
    ["invoice.einvoice.receivers.lookup", { einvoice: { receivers: { lookup: "phone book" } } }],
  ])("names a wrong %s", (option, options) => {
    expect(() => parse(options)).toThrow(`option "${option}"`)
  })

  describe("in production", () => {
    const { NODE_ENV } = process.env

    afterEach(() => {
      process.env.NODE_ENV = NODE_ENV
    })

    it("no provider is called without https", () => {
      process.env.NODE_ENV = "production"
      const local = { ...webhook, url: "http://127.0.0.1:8080/" }
      expect(() =>
        parseInvoiceOptions({
          controller: {
            name: "Prøve",
            cvr: "10150817",
            address: "Vej 1, 1000 By",
            email: "a@b.dk",
          },
          secrets: { current: { id: "1", key: webhook.secret } },
          ...{ storefrontUrl: "https://b.dk", publicUrl: "https://api.b.dk" },
          invoice: { einvoice: { transport: local } },
        })
      ).toThrow('option "invoice.einvoice.transport.url"')
    })
  })
})
