import type PDFDocument from "pdfkit"
import { pdfkit } from "./pdfkit"
import { toWinAnsi } from "./win-ansi"

/** A4 in points, and what stays white around the content. The foot has room for the page number. */
const PAPER = { width: 595.28, height: 841.89 }
const MARGIN = { side: 48, top: 48, bottom: 66 }

/** Where content stands on every page, in points from the left and upper edge. */
export const CONTENT = {
  left: MARGIN.side,
  right: PAPER.width - MARGIN.side,
  width: PAPER.width - 2 * MARGIN.side,
  top: MARGIN.top,
  bottom: PAPER.height - MARGIN.bottom,
}

const INK = "#1a1a1a"
const MUTED = "#5c5c5c"
const WARNING = "#99201c"
const REGULAR = "Helvetica"
const BOLD = "Helvetica-Bold"

export type Style = { font: string; size: number; color: string; lineGap: number }

/** Every kind of text on the page. */
export const STYLES = {
  title: { font: BOLD, size: 24, color: INK, lineGap: 0 },
  heading: { font: BOLD, size: 8, color: MUTED, lineGap: 0 },
  body: { font: REGULAR, size: 9.5, color: INK, lineGap: 2 },
  strong: { font: BOLD, size: 9.5, color: INK, lineGap: 2 },
  muted: { font: REGULAR, size: 9.5, color: MUTED, lineGap: 2 },
  total: { font: BOLD, size: 11, color: INK, lineGap: 2 },
  small: { font: REGULAR, size: 8, color: MUTED, lineGap: 1 },
  warning: { font: REGULAR, size: 9.5, color: WARNING, lineGap: 2 },
} satisfies Record<string, Style>

/** `maxHeight` cuts with an ellipsis; without it text goes on below. */
export type Box = {
  x: number
  y: number
  width: number
  align?: "left" | "right"
  maxHeight?: number
}

type Kit = InstanceType<typeof PDFDocument>

/** An element of the document's structure, which readers of the screen follow. */
export type Element = ReturnType<Kit["struct"]>

export type SheetOptions = {
  title: string
  language: string
  /** Day of issue: the only time in the file, so that the same document gives the same bytes. */
  createdOn: string
  /** Drawn across every page under its content; null for none. */
  mark: string | null
}

/**
 * A4 pages of one tagged PDF, drawn from above. Nothing breaks a page but `newPage`; `y` is where the next thing is
 * drawn, in points from the upper edge.
 */
export class Sheet {
  y = CONTENT.top
  readonly #kit: Kit
  readonly #root: Element
  readonly #mark: string | null

  constructor({ title, language, createdOn, mark }: SheetOptions) {
    this.#mark = mark
    this.#kit = new (pdfkit())({
      size: [PAPER.width, PAPER.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: "1.7",
      lang: language,
      tagged: true,
      displayTitle: true,
      info: { Title: title, CreationDate: new Date(createdOn) },
    })
    this.#root = this.#kit.struct("Document")
    this.#kit.addStructure(this.#root)
    this.newPage()
  }

  newPage(): void {
    this.#kit.addPage()
    this.y = CONTENT.top
    if (this.#mark !== null) this.#drawMark(this.#mark)
  }

  /** Points left on this page. */
  get space(): number {
    return CONTENT.bottom - this.y
  }

  /** Goes to a new page unless `height` is left on this one, or no page has that much. */
  keepTogether(height: number): void {
    const isAtTop = this.y === CONTENT.top
    if (height > this.space && !isAtTop && height <= CONTENT.bottom - CONTENT.top) this.newPage()
  }

  widthOf(text: string, style: Style): number {
    return this.#use(style).widthOfString(toWinAnsi(text))
  }

  heightOf(text: string, style: Style, width: number, maxHeight = Infinity): number {
    const shown = toWinAnsi(text)
    const kit = this.#use(style)
    const line = kit.currentLineHeight(true) + style.lineGap
    const height = this.#isOneLine(shown, width)
      ? line
      : kit.heightOfString(shown, { width, lineGap: style.lineGap })
    return Math.max(line, Math.min(height, Math.floor(maxHeight / line) * line))
  }

  /** Draws and gives the height it took, in points. */
  text(text: string, style: Style, box: Box): number {
    const height = this.heightOf(text, style, box.width, box.maxHeight)
    const shown = toWinAnsi(text)
    const kit = this.#use(style).fillColor(style.color)
    if (this.#isOneLine(shown, box.width)) {
      const indent = box.align === "right" ? box.width - kit.widthOfString(shown) : 0
      kit.text(shown, box.x + indent, box.y, { lineBreak: false })
      return height
    }
    const { width, align = "left" } = box
    // Half a point keeps the last line from falling to rounding.
    const limit = { height: height + 0.5, ellipsis: true }
    kit.text(shown, box.x, box.y, { width, align, lineGap: style.lineGap, ...limit })
    return height
  }

  /** What `draw` draws is one element of the structure, below `parent` or the document itself. */
  tagged<Drawn>(type: "H1" | "H2" | "P" | "TH" | "TD", draw: () => Drawn, parent?: Element): Drawn {
    const content = this.#kit.markStructureContent(type)
    const drawn = draw()
    this.#kit.endMarkedContent()
    ;(parent ?? this.#root).add(this.#kit.struct(type, {}, [content]))
    return drawn
  }

  element(type: "Table" | "TR", parent?: Element): Element {
    const element = this.#kit.struct(type)
    ;(parent ?? this.#root).add(element)
    return element
  }

  rule(y: number, { x, width }: { x: number; width: number }, weight: "thin" | "thick"): void {
    const line = weight === "thick" ? { width: 1, color: INK } : { width: 0.5, color: "#d6d6d6" }
    this.#artifact("Layout", () => {
      this.#kit
        .lineWidth(line.width)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(line.color)
    })
  }

  /** A filled or outlined area across the content; draw it before what stands on it. */
  panel(y: number, height: number, kind: "quiet" | "warning"): void {
    this.#artifact("Layout", () => {
      const panel = this.#kit.roundedRect(CONTENT.left, y, CONTENT.width, height, 3)
      if (kind === "quiet") panel.fill("#f3f3f1")
      else panel.lineWidth(0.75).stroke(WARNING)
    })
  }

  /** A picture no wider or higher than `size`, named for readers of the screen. Gives its height. */
  picture(image: Buffer, alt: string, size: { width: number; height: number }): number {
    const content = this.#kit.markStructureContent("Figure")
    this.#kit.image(image, CONTENT.left, this.y, { fit: [size.width, size.height] })
    this.#kit.endMarkedContent()
    this.#root.add(this.#kit.struct("Figure", { alt: toWinAnsi(alt) }, [content]))
    return size.height
  }

  /** Writes the foot of every page, then gives the file. The sheet is done after that. */
  async finish(footOf: (page: number, pages: number) => [string, string]): Promise<Buffer> {
    const { count } = this.#kit.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.#kit.switchToPage(page)
      this.#drawFoot(footOf(page + 1, count))
    }
    this.#kit.end()
    const chunks: Buffer[] = []
    for await (const chunk of this.#kit) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  }

  #use({ font, size }: Style): Kit {
    return this.#kit.font(font).fontSize(size)
  }

  #isOneLine(text: string, width: number): boolean {
    return !text.includes("\n") && this.#kit.widthOfString(text) <= width
  }

  #artifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.#kit.markContent("Artifact", { type })
    draw()
    this.#kit.endMarkedContent()
  }

  #drawMark(mark: string): void {
    this.#artifact("Pagination", () => {
      const kit = this.#kit.save().font(BOLD).fontSize(150)
      const [x, y] = [PAPER.width / 2, PAPER.height / 2]
      kit.rotate(-40, { origin: [x, y] }).fillColor("#fbe3e2")
      kit.text(mark, x - kit.widthOfString(mark) / 2, y - 75, { lineBreak: false })
      kit.restore()
    })
  }

  #drawFoot([left, right]: [string, string]): void {
    const y = CONTENT.bottom + 26
    this.rule(y - 8, { x: CONTENT.left, width: CONTENT.width }, "thin")
    this.#artifact("Pagination", () => {
      const number = { x: CONTENT.right - 90, y, width: 90, align: "right" as const }
      this.text(right, STYLES.small, number)
      const width = CONTENT.width - 100
      this.text(left, STYLES.small, { x: CONTENT.left, y, width, maxHeight: 10 })
    })
  }
}
