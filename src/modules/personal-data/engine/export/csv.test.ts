import { csvHead, csvLines } from "./csv"

const line = (value: unknown): string =>
  csvLines(["value"], [JSON.stringify({ value })]).replace(/\r\n$/, "")

describe("csv", () => {
  it("has a header that spreadsheets take for UTF-8, semicolons and CRLF", () => {
    expect(csvHead(["id", "name"])).toBe("\uFEFFid;name\r\n")
    expect(
      csvLines(["id", "name"], ['{"id":"a","name":"Æ;b"}', '{"name":"c\\"d\\ne","id":"b"}'])
    ).toBe('a;"Æ;b"\r\nb;"c""d\ne"\r\n')
  })

  it.each(["=1+1", "+4512345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
    "does not let a spreadsheet run %j",
    (text) => {
      expect(line(text).replace(/^"|"$/g, "")).toBe(`'${text}`)
    }
  )

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
