import type { RowView, TableView } from "../domain/document-view"
import type { Area } from "./block"
import { CONTENT, STYLES } from "./sheet"
import type { Element, Sheet, Style } from "./sheet"

/** Points between columns, and above and below the words of a row. */
const GUTTER = 14
const HEAD_BELOW = 5
const RULED = { above: 6, below: 4 }
const PLAIN = { above: 0, below: 6 }
const TOTAL = { above: 6, below: 6 }

/** The words keep at least this share of the table, however large its numbers are. */
const LEAST_LABEL_SHARE = 0.3

/** Of a page, how much one label and one note may take. A longer one is cut, for a row stays on one page. */
const MOST_LABEL = (CONTENT.bottom - CONTENT.top) * 0.6
const MOST_NOTE = (CONTENT.bottom - CONTENT.top) * 0.2

const styleOf = ({ isTotal }: RowView): Style => (isTotal ? STYLES.total : STYLES.body)

type Row = { height: number; draw: (y: number, parent: Element) => void; isTotal: boolean }

/** A table whose columns and rows have their size, ready to be drawn. Sizes are points. */
export type TableLayout = { area: Area; head: Row | null; rows: Row[]; height: number }

/** The head of a column in the two lines that need the least width. */
const inTwoLines = (sheet: Sheet, text: string): { text: string; width: number } => {
  const words = text.split(" ")
  const splits = words.map((_, index) => {
    const lines = [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]
    return {
      text: lines.filter((line) => line !== "").join("\n"),
      width: Math.max(...lines.map((line) => sheet.widthOf(line, STYLES.heading))),
    }
  })
  return splits.reduce((best, split) => (split.width < best.width ? split : best))
}

/** Columns of numbers are as wide as their widest number or their head, and the gutter before them. */
const numberWidths = (sheet: Sheet, { head, rows }: TableView, area: Area): number[] => {
  const count = Math.max(head?.numbers.length ?? 0, ...rows.map(({ numbers }) => numbers.length))
  const widths = Array.from({ length: count }, (_, column) => {
    const values = rows.map((row) => sheet.widthOf(row.numbers[column] ?? "", styleOf(row)))
    const { width } = inTwoLines(sheet, head?.numbers[column] ?? "")
    return Math.ceil(Math.max(width, ...values))
  })
  const wanted = widths.reduce((sum, width) => sum + width, 0)
  const available = area.width * (1 - LEAST_LABEL_SHARE) - count * GUTTER
  const share = wanted <= available ? 1 : available / wanted
  return widths.map((width) => width * share + GUTTER)
}

type Columns = { label: Area; numbers: Area[] }

const columnsOf = (sheet: Sheet, table: TableView, area: Area): Columns => {
  const widths = numberWidths(sheet, table, area)
  const label = { x: area.x, width: area.width - widths.reduce((sum, width) => sum + width, 0) }
  const numbers = widths.map((width, column) => ({
    x: area.x + area.width - widths.slice(column).reduce((sum, it) => sum + it, 0) + GUTTER,
    width: width - GUTTER,
  }))
  return { label, numbers }
}

const layoutHead = (sheet: Sheet, head: NonNullable<TableView["head"]>, columns: Columns): Row => {
  const style = STYLES.heading
  const cells = [
    { text: head.label, area: columns.label, align: "left" as const },
    ...columns.numbers.map((area, column) => ({
      text: inTwoLines(sheet, head.numbers[column] ?? "").text,
      area,
      align: "right" as const,
    })),
  ].map((cell) => ({ ...cell, height: sheet.heightOf(cell.text, style, cell.area.width) }))
  const words = Math.max(...cells.map(({ height }) => height))
  return {
    height: words + HEAD_BELOW,
    isTotal: false,
    draw: (y, parent) => {
      for (const { text, area, align, height } of cells) {
        const box = { ...area, y: y + words - height, align }
        sheet.tagged("TH", () => sheet.text(text, style, box), parent)
      }
    },
  }
}

const layoutRow = (
  sheet: Sheet,
  row: RowView,
  { label, numbers }: Columns,
  padding: typeof RULED
): Row => {
  const style = styleOf(row)
  const labelHeight = sheet.heightOf(row.label, style, label.width, MOST_LABEL)
  const noteHeight =
    row.note === null ? 0 : sheet.heightOf(row.note, STYLES.small, label.width, MOST_NOTE)
  const numberHeights = numbers.map(({ width }, column) =>
    sheet.heightOf(row.numbers[column] ?? "", style, width, MOST_LABEL)
  )
  return {
    height: Math.max(labelHeight + noteHeight, ...numberHeights) + padding.above + padding.below,
    isTotal: row.isTotal,
    draw: (top, parent) => {
      const y = top + padding.above
      sheet.tagged(
        "TD",
        () => {
          sheet.text(row.label, style, { ...label, y, maxHeight: MOST_LABEL })
          if (row.note === null) return
          const box = { ...label, y: y + labelHeight, maxHeight: MOST_NOTE }
          sheet.text(row.note, STYLES.small, box)
        },
        parent
      )
      numbers.forEach((area, column) => {
        const box = { ...area, y, align: "right" as const, maxHeight: MOST_LABEL }
        sheet.tagged("TD", () => sheet.text(row.numbers[column] ?? "", style, box), parent)
      })
    },
  }
}

/** Measures a table of a given width. */
export const layoutTable = (sheet: Sheet, table: TableView, area: Area): TableLayout => {
  const columns = columnsOf(sheet, table, area)
  const head = table.head && layoutHead(sheet, table.head, columns)
  const between = head ? RULED : PLAIN
  const rows = table.rows.map((row) =>
    layoutRow(sheet, row, columns, row.isTotal ? TOTAL : between)
  )
  const height = rows.reduce((sum, row) => sum + row.height, head?.height ?? 0)
  return { area, head, rows, height }
}

/**
 * Draws from `sheet.y` on. Pages break between rows, and each page begins with the head. A table with a head has a line
 * below each row, one without only above its totals.
 */
export const drawTable = (sheet: Sheet, { area, head, rows }: TableLayout): void => {
  const table = sheet.element("Table")
  const drawRow = ({ height, draw }: Row): void => {
    draw(sheet.y, sheet.element("TR", table))
    sheet.y += height
  }
  const drawHead = (): void => {
    if (!head) return
    drawRow(head)
    sheet.rule(sheet.y, area, "thick")
  }
  if ((head?.height ?? 0) + (rows[0]?.height ?? 0) > sheet.space) sheet.newPage()
  drawHead()
  for (const row of rows) {
    if (row.height > sheet.space) {
      sheet.newPage()
      drawHead()
    }
    if (row.isTotal) sheet.rule(sheet.y, area, "thick")
    drawRow(row)
    if (head) sheet.rule(sheet.y, area, "thin")
  }
}
