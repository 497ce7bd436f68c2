import { csvRows } from "./csv"

const line = (value: unknown): string =>
  csvRows(["value"], [JSON.stringify({ value })]).replace(/\r\n$/, "")

describe("csv", () => {
  it("puts every value under its column and quotes what would end a cell", () => {
    expect(
      csvRows(["id", "name"], ['{"id":"a","name":"Æ;b"}', '{"name":"c\\"d\\ne","id":"b"}'])
    ).toBe('a;"Æ;b"\r\nb;"c""d\ne"\r\n')
  })

  it("does not let a spreadsheet run a text", () => {
    expect(line("=1+1")).toBe("'=1+1")
  })

  it("writes numbers as numbers, JSON as text and nothing as nothing", () => {
    expect([12.5, -5, true, null, "", { a: [1] }].map(line)).toEqual([
      "12.5",
      "-5",
      "true",
      "",
      "",
      '"{""a"":[1]}"',
    ])
  })
})
