import { lineWords } from "./line-words"
import { buildOrderLines } from "./order-lines"
import type { Sale, SaleLine } from "./order-lines"

const words = lineWords("da-DK")
const line = (
  total: number | string,
  tax: number | string,
  extra: Partial<SaleLine> = {}
): SaleLine => ({
  kind: "item",
  reference: "sku",
  name: "Notesbog",
  quantity: 1,
  total,
  tax_total: tax,
  tax_rate: 25,
  ...extra,
})
const build = (lines: SaleLine[], amount: number, credits: Sale["credits"] = []) =>
  buildOrderLines({ lines, credits }, { amount, currency: "DKK", words })

describe("buildOrderLines", () => {
  it("shows quantity and unit price where they divide, else the quantity in the name", () => {
    expect(build([line(178, 35.6, { quantity: 2 })], 17_800)).toEqual([
      {
        reference: "sku",
        name: "Notesbog",
        quantity: 2,
        unit: "stk",
        unitPrice: 7_120,
        taxRate: 2_500,
        taxAmount: 3_560,
        grossTotalAmount: 17_800,
        netTotalAmount: 14_240,
      },
    ])
    expect(build([line(100, 20, { quantity: 3 })], 10_000)).toMatchObject([
      { name: "3 × Notesbog", quantity: 1, unitPrice: 8_000, netTotalAmount: 8_000 },
    ])
  })

  it("knows quantities that are fractions", () => {
    expect(build([line("123.75", "24.75", { quantity: 2.5 })], 12_375)).toMatchObject([
      { name: "Notesbog", quantity: 2.5, unitPrice: 3_960, netTotalAmount: 9_900 },
    ])
    expect(build([line(100, 20, { quantity: 0.3 })], 10_000)).toMatchObject([
      { name: "0,3 × Notesbog", quantity: 1, unitPrice: 8_000 },
    ])
  })

  it("gives the øre that rounding loses to the largest remainder, in gross and in tax", () => {
    const thirds = ["33.333333", "33.333333", "33.333334"].map((total) => line(total, "6.666667"))
    const lines = build(thirds, 10_000)
    expect(lines.map(({ grossTotalAmount }) => grossTotalAmount)).toEqual([3_333, 3_333, 3_334])
    expect(lines.reduce((sum, { taxAmount }) => sum + taxAmount, 0)).toBe(2_000)
  })

  it("follows Medusa's total when half an øre could go either way", () => {
    const halves = [line("10.005", 0), line("10.005", 0)]
    expect(build(halves, 2_001)).toMatchObject([
      { grossTotalAmount: 1_001 },
      { grossTotalAmount: 1_000 },
    ])
    expect(build([line("10.005", 0)], 1_000)).toMatchObject([{ grossTotalAmount: 1_000 }])
    expect(build([line("10.005", 0)], 1_001)).toMatchObject([{ grossTotalAmount: 1_001 }])
  })

  it("adds at most one small balancing line", () => {
    expect(build([line(100, 20), line(49, 9.8)], 14_901)).toMatchObject([
      { grossTotalAmount: 10_000 },
      { grossTotalAmount: 4_900 },
      { name: "Afrunding", quantity: 1, unitPrice: 1, grossTotalAmount: 1, taxAmount: 0 },
    ])
    expect(build([line(100, 20), line(49, 9.8)], 14_898)).toMatchObject([
      {},
      {},
      { name: "Afrunding", grossTotalAmount: -2 },
    ])
  })

  it("says one amount when the lines do not explain it", () => {
    expect(build([line(100, 20), line(49, 9.8)], 14_903)).toMatchObject([
      { name: "Beløb til betaling", grossTotalAmount: 14_903, taxAmount: 0 },
    ])
    expect(build([], 5_000)).toMatchObject([{ grossTotalAmount: 5_000 }])
  })

  it("takes gift cards and store credit off as lines of their own", () => {
    const credits: Sale["credits"] = [
      { kind: "gift_card", amount: 40 },
      { kind: "store_credit", amount: "10.50" },
    ]
    expect(build([line(100, 20)], 4_950, credits)).toMatchObject([
      { grossTotalAmount: 10_000 },
      { name: "Gavekort", grossTotalAmount: -4_000 },
      { name: "Tilgodehavende", grossTotalAmount: -1_050 },
    ])
  })

  it("keeps free items and lines that take money off", () => {
    const lines = [line(0, 0), line(-20, -4, { name: "Retur" }), line(100, 20)]
    expect(build(lines, 8_000)).toMatchObject([
      { grossTotalAmount: 0, taxRate: 0 },
      { name: "Retur", netTotalAmount: -1_600, taxAmount: -400, taxRate: 2_500 },
      { grossTotalAmount: 10_000 },
    ])
  })

  it("names what has no name", () => {
    const nameless = [line(1, 0, { name: " " }), line(1, 0, { kind: "shipping", name: "<>" })]
    expect(build(nameless, 200).map(({ name }) => name)).toEqual(["Vare", "Levering"])
  })

  it("sends no number that is too large for the service", () => {
    const huge = [line(30_000_000, 0)]
    const credits: Sale["credits"] = [{ kind: "gift_card", amount: 29_999_900 }]
    expect(build(huge, 10_000, credits)).toMatchObject([{ name: "Beløb til betaling" }])
    const dear = [line(20_000_000, 0, { quantity: 0.5 })]
    expect(build(dear, 2_000_000_000)).toMatchObject([{ quantity: 1, unitPrice: 2_000_000_000 }])
  })

  it.each([0, -1, 1.5, 2_147_483_648, Number.NaN])("refuses %d as an amount to pay", (amount) => {
    expect(() => build([line(1, 0)], amount)).toThrow(/^amount: /)
  })

  it("refuses a currency it does not know", () => {
    const sale = { lines: [line(1, 0)], credits: [] }
    expect(() => buildOrderLines(sale, { amount: 1, currency: "ISK", words })).toThrow(
      /^currency_code: /
    )
  })
})
