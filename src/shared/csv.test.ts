import { toCsv } from "./csv"

describe("a CSV file", () => {
  it("begins with a byte order mark, and quotes what would end a cell", () => {
    expect(toCsv(["a", "b"], [["x;y", 'say "æ"\nz']])).toBe('\uFEFFa;b\r\n"x;y";"say ""æ""\nz"\r\n')
  })

  it.each(["=1+1", "+45", "-1", "@SUM(A1)", "\tx", "\rx"])("runs %p as no formula", (cell) => {
    const [, line = ""] = toCsv(["a"], [[cell]]).split("\r\n")
    expect(line.replace(/^"/, "").startsWith("'")).toBe(true)
  })
})
