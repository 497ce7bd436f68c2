import type { BuyerParty } from "../document"
import { planDeliveries } from "./plan-deliveries"

const setup = { transport: "webhook", send: "link", hasMail: true } as const

const address = {
  address_1: "Skolevej 4",
  address_2: null,
  postal_code: "4690",
  city: "Haslev",
  country_code: "DK",
}
const company = { company_name: "Prøve", address, cvr: "10150817", order_reference: null }
const privateBuyer: BuyerParty = { type: "private", name: null, address: null }
const business: BuyerParty = {
  type: "business",
  ...company,
  vat_id: null,
  registration_no: null,
}
const authority: BuyerParty = {
  type: "public",
  ...company,
  ean: "5798000420526",
  person_reference: "LONE42",
  accounting_reference: null,
}

describe("planDeliveries", () => {
  it.each([
    ["a private buyer gets a mail", privateBuyer, "live", setup, ["email link"]],
    ["so does a business: its e-invoice is asked for", business, "live", setup, ["email link"]],
    ["an authority gets both", authority, "live", setup, ["einvoice webhook", "email link"]],
    ["an authority without EAN", { ...authority, ean: " " }, "live", setup, ["email link"]],
    ["no provider of e-mail", privateBuyer, "live", { ...setup, hasMail: false }, []],
    ["mail turned off", authority, "live", { ...setup, send: false }, ["einvoice webhook"]],
    ["the PDF itself", privateBuyer, "live", { ...setup, send: "pdf" }, ["email pdf"]],
    ["a test document is mailed to nobody", privateBuyer, "test", setup, []],
    ["a test document where a transport takes it", authority, "test", setup, ["einvoice webhook"]],
    ["a test document elsewhere", authority, "test", { ...setup, transport: null }, []],
  ] as const)("%s", (...[, buyer, series, given, expected]) => {
    const plans = planDeliveries({ series, buyer }, given)
    expect(plans.map(({ channel, way }) => `${channel} ${way}`)).toEqual(expected)
  })
})
