import fc from "fast-check"
import { toCsv } from "./csv"
import { parseCsv } from "./parse-csv"

describe("a CSV file that is read", () => {
  it("may have a byte order mark, semicolons or commas, and any line ends", () => {
    const lines = [
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "x,y"] },
    ]
    expect(parseCsv("\uFEFFa;b\r\n1;x,y\r\n")).toEqual(lines)
    expect(parseCsv('a,b\n1,"x,y"')).toEqual(lines)
    expect(parseCsv("a;b\r1;x,y\r\r")).toEqual(lines)
  })

  it("keeps the line's place in the file over empty lines and line breaks in a cell", () => {
    expect(parseCsv('a;b\n;\n\n"x\ny";1\nz;2')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 4, cells: ["x\ny", "1"] },
      { line: 6, cells: ["z", "2"] },
    ])
  })

  it("says again what was written", () => {
    const word = fc.stringMatching(/^[a-zæøå0-9 ;",]{0,12}$/).map((text) => text.trim())
    const rows = fc.array(fc.tuple(word, word), { maxLength: 8 })
    fc.assert(
      fc.property(rows, (written) => {
        const filled = written.filter(([a, b]) => `${a}${b}` !== "")
        const read = parseCsv(toCsv(["a", "b"], filled)).slice(1)
        expect(read.map(({ cells }) => cells)).toEqual(filled)
      })
    )
  })
})
