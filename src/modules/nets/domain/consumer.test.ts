import fc from "fast-check"
import { buildConsumer, payingCountry } from "./consumer"
import type { SaleAddress, SaleConsumer } from "./consumer"
import { readNetsPhone } from "./phone"

const address = (overrides: Partial<SaleAddress> = {}): SaleAddress => ({
  first_name: "Åse",
  last_name: "O'Brien",
  phone: "20 30 40 50",
  address_1: "Prøvegade 12",
  address_2: "",
  postal_code: "5000",
  city: "Odense C",
  country_code: "dk",
  ...overrides,
})

const sale = (overrides: Partial<SaleConsumer> = {}): SaleConsumer => ({
  email: "aase@example.dk",
  billing_address: address(),
  ...overrides,
})

describe("buildConsumer", () => {
  it("names a private person with address, phone and e-mail", () => {
    expect(buildConsumer(sale({ shipping_address: address({ address_2: "2. tv" }) }))).toEqual({
      email: "aase@example.dk",
      billingAddress: {
        addressLine1: "Prøvegade 12",
        postalCode: "5000",
        city: "Odense C",
        country: "DNK",
      },
      shippingAddress: {
        addressLine1: "Prøvegade 12",
        addressLine2: "2. tv",
        postalCode: "5000",
        city: "Odense C",
        country: "DNK",
      },
      phoneNumber: { prefix: "+45", number: "20304050" },
      privatePerson: { firstName: "Åse", lastName: "O’Brien" },
    })
  })

  it.each(["business", "public"] as const)(
    "names a %s buyer as a company, never as a person",
    (type) => {
      const consumer = buildConsumer(sale({ buyer: { type, company_name: "Hansen & Søn" } }))
      expect(consumer?.company).toEqual({
        name: "Hansen + Søn",
        contact: { firstName: "Åse", lastName: "O’Brien" },
      })
      expect(consumer?.privatePerson).toBeUndefined()
    }
  )

  it("does not make a person of a company without name", () => {
    const consumer = buildConsumer(sale({ buyer: { type: "business", company_name: null } }))
    expect(consumer).not.toHaveProperty("company")
    expect(consumer).not.toHaveProperty("privatePerson")
  })

  it.each([
    ["dk", "DK-2100", "2100"],
    ["se", "123 45", "12345"],
    ["se", "SE-123 45", "12345"],
    ["no", "N-0150", "0150"],
    ["de", "10115", "10115"],
    ["gb", "SW1A 1AA", "SW1A 1AA"],
    ["fo", "FO-100", "FO-100"],
  ])("in %s the postal code %s is sent as %s", (country_code, postal_code, sent) => {
    const billing = address({ country_code, postal_code })
    expect(buildConsumer(sale({ billing_address: billing }))?.billingAddress?.postalCode).toBe(sent)
  })

  it.each([
    ["dk", "210"],
    ["dk", "21000"],
    ["se", "1234"],
    ["no", "O150"],
    ["de", "x".repeat(13)],
    ["xx", "1000"],
    ["dk", null],
  ])("in %s the postal code %j leaves the address out, not the payment", (country, code) => {
    const billing = address({ country_code: country, postal_code: code })
    const consumer = buildConsumer(sale({ billing_address: billing }))
    expect(consumer).not.toHaveProperty("billingAddress")
    expect(consumer).toMatchObject({ email: "aase@example.dk" })
  })

  it.each(["", "aase", "a b@example.dk", "o'brien@example.dk", `${"x".repeat(65)}@example.dk`])(
    "leaves the e-mail %j out",
    (email) => {
      expect(buildConsumer(sale({ email }))).not.toHaveProperty("email")
    }
  )

  it("is nothing when nothing is known", () => {
    expect(buildConsumer({})).toBeUndefined()
    expect(buildConsumer({ email: null, billing_address: {}, buyer: null })).toBeUndefined()
  })

  it("keeps to every limit, whatever is typed", () => {
    const text = fc.option(fc.string({ unit: "binary", maxLength: 200 }))
    const anyAddress = fc.record({
      first_name: text,
      last_name: text,
      phone: fc.option(fc.oneof(text, fc.stringMatching(/^\+?[\d ()-]{4,18}$/))),
      address_1: text,
      address_2: text,
      postal_code: fc.option(fc.oneof(text, fc.stringMatching(/^\d{4,5}$/))),
      city: text,
      country_code: fc.constantFrom("dk", "se", "no", "de", "gl", "us", "", "??"),
    })
    const short = /^[^<>'"&\\\p{Cc}\p{Cs}]{1,128}$/u
    fc.assert(
      fc.property(anyAddress, text, text, (billing, email, company) => {
        const buyer = company === null ? null : { type: "business" as const, company_name: company }
        const consumer = buildConsumer({ email, billing_address: billing, buyer })
        const { billingAddress: place, phoneNumber: phone } = consumer ?? {}
        if (phone) {
          expect(phone.prefix).toMatch(/^[+]\d{1,3}$/)
          expect(phone.number).toMatch(/^[0-9]+$/)
        }
        for (const value of [place?.addressLine1, place?.addressLine2, place?.city]) {
          if (value !== undefined) expect(value).toMatch(short)
        }
        if (place) expect(place.country).toMatch(/^[A-Z]{3}$/)
        if (place && ["DNK", "NOR"].includes(place.country)) {
          expect(place.postalCode).toMatch(/^\d{4}$/)
        }
        expect(Boolean(consumer?.company) && Boolean(consumer?.privatePerson)).toBe(false)
        const names = [consumer?.company?.name, consumer?.privatePerson?.lastName]
        for (const name of names) if (name !== undefined) expect(name).toMatch(short)
      })
    )
  })
})

it.each([
  ["+358 40 123 4567", "dk", { prefix: "+358", number: "401234567" }],
  ["0046 70 123 45 67", "dk", { prefix: "+46", number: "701234567" }],
  ["070-123 45 67", "se", { prefix: "+46", number: "701234567" }],
  ["(20) 30-40-50", null, { prefix: "+45", number: "20304050" }],
  ["20304050", "??", { prefix: "+45", number: "20304050" }],
  ["12", "dk", undefined],
  ["ring til mig", "dk", undefined],
  [null, "dk", undefined],
])("reads the phone number %j of %j", (typed, country, phone) => {
  expect(readNetsPhone(typed, country)).toEqual(phone)
})

it("offers the methods of the billing country, else of the shipping country, else Denmark's", () => {
  const norway = address({ country_code: "no" })
  expect(payingCountry(sale({ shipping_address: norway }))).toBe("DNK")
  expect(payingCountry({ shipping_address: norway })).toBe("NOR")
  expect(payingCountry({ billing_address: { country_code: "xx" } })).toBe("DNK")
  expect(payingCountry(undefined)).toBe("DNK")
})
