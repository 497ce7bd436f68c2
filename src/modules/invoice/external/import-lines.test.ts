import { parseCsv } from "../../../shared/parse-csv"
import { findColumns, readLine } from "./import-lines"

const read = (csv: string) => {
  const [head, ...lines] = parseCsv(csv)
  const { columns } = findColumns(head?.cells ?? [])
  return lines.map((line) => readLine(line, columns))
}

const FIELDS = {
  system: "e-conomic",
  number: "10047",
  issued_on: "2026-03-05",
  kind: "invoice",
  url: null,
}

describe("a file of invoice numbers", () => {
  it("has its columns in any order, in English or Danish, and days as they are written here", () => {
    expect(read("order,system,number,issued_on\n1,e-conomic,10047,2026-03-05")).toEqual([
      { line: 2, order: "1", fields: FIELDS },
    ])
    const danish = "Fakturanummer;Ordrenummer;Fakturadato;System;Art\n"
    expect(
      read(`${danish}10047;#1;05-03-2026;E-conomic;Faktura\n10048;2;5.3.2026;Dinero;kreditnota`)
    ).toEqual([
      { line: 2, order: "1", fields: FIELDS },
      {
        line: 3,
        order: "2",
        fields: { ...FIELDS, system: "dinero", number: "10048", kind: "credit_note" },
      },
    ])
  })

  it("names the line and field at fault, and never the value", () => {
    const csv = [
      "order;system;number;issued_on;kind;url",
      ";dinero;1;2026-01-01;;",
      "1;;1;2026-01-01;;",
      "1;dinero;@;2026-01-01;;",
      "1;dinero;1;31-02-2026;;",
      "1;dinero;1;2026-01-01;secret-kind;",
      "1;dinero;1;2026-01-01;;http://secret.example",
    ].join("\n")
    const errors = read(csv)
    expect(errors.map((it) => ("field" in it ? [it.line, it.field] : null))).toEqual([
      [2, "order"],
      [3, "system"],
      [4, "number"],
      [5, "issued_on"],
      [6, "kind"],
      [7, "url"],
    ])
    expect(JSON.stringify(errors)).not.toContain("secret")
  })

  it("says which column it lacks", () => {
    expect(findColumns(["order", "number", "dato"]).missing).toBe("system")
    expect(findColumns(["order", "number", "dato", "system"]).missing).toBeNull()
  })
})
