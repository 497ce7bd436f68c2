/** One line of a CSV file: where it begins (the first line is 1), and its cells as they stand, trimmed. */
export type CsvLine = { line: number; cells: string[] }

const BYTE_ORDER_MARK = /^\uFEFF/

/** Danish spreadsheets write semicolons, others commas: the head tells which. */
const delimiterOf = (text: string): string => {
  const [head = ""] = text.split(/\r\n|\r|\n/, 1)
  return head.split(";").length >= head.split(",").length ? ";" : ","
}

type Reader = { lines: CsvLine[]; cells: string[]; cell: string; start: number; line: number }

const endCell = (reader: Reader): void => {
  reader.cells.push(reader.cell.trim())
  reader.cell = ""
}

const endLine = (reader: Reader): void => {
  endCell(reader)
  if (reader.cells.some((cell) => cell !== "")) {
    reader.lines.push({ line: reader.start, cells: reader.cells })
  }
  reader.cells = []
  reader.start = reader.line
}

/** Reads a quoted cell from behind its first quote; gives the place behind its last one, or the end of an open one. */
const readQuoted = (text: string, from: number, reader: Reader): number => {
  let place = from
  for (; place < text.length; place += 1) {
    const sign = text.charAt(place)
    if (sign === "\n") reader.line += 1
    if (sign !== '"') reader.cell += sign
    else if (text.charAt(place + 1) === '"') {
      reader.cell += sign
      place += 1
    } else return place + 1
  }
  return place
}

/**
 * The lines of a CSV file that hold something: semicolons or commas, quoted cells, any line ends, with or without a byte order
 * mark. A quote that is never closed takes the rest of the text into its cell.
 */
export const parseCsv = (csv: string): CsvLine[] => {
  const text = csv.replace(BYTE_ORDER_MARK, "").replace(/\r\n?/g, "\n")
  const delimiter = delimiterOf(text)
  const reader: Reader = { lines: [], cells: [], cell: "", start: 1, line: 1 }
  for (let place = 0; place < text.length;) {
    const sign = text.charAt(place)
    place += 1
    if (sign === '"' && reader.cell.trim() === "") {
      reader.cell = ""
      place = readQuoted(text, place, reader)
    } else if (sign === delimiter) endCell(reader)
    else if (sign === "\n") {
      reader.line += 1
      endLine(reader)
    } else reader.cell += sign
  }
  endLine(reader)
  return reader.lines
}
