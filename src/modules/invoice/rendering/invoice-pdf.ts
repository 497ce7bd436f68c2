import type { InvoiceContent } from "../domain/document"
import { toInvoiceView } from "../domain/document-view"
import type { InvoiceView, PartyView } from "../domain/document-view"
import type { Locale } from "../domain/render-texts"
import { below, beside, layoutFacts, layoutWords } from "./block"
import type { Area, Block, Words } from "./block"
import type { Logo } from "./logo"
import { CONTENT, STYLES, Sheet } from "./sheet"
import type { Style } from "./sheet"
import { drawTable, layoutTable } from "./table"

/** What a store may change of the page. */
export type Look = { logo?: Logo }

/** Distances in points. */
const SECTION_GAP = 22
const PANEL_PADDING = { side: 12, above: 12, below: 9 }
const NOTE_GAP = 8
const COLUMN_GAP = 28

const LOGO = { width: 180, height: 54 }

const WHOLE: Area = { x: CONTENT.left, width: CONTENT.width }
const HALF = (CONTENT.width - COLUMN_GAP) / 2
const LEFT: Area = { x: CONTENT.left, width: HALF }
const RIGHT: Area = { x: CONTENT.left + HALF + COLUMN_GAP, width: HALF }
const IN_PANEL: Area = {
  x: WHOLE.x + PANEL_PADDING.side,
  width: WHOLE.width - 2 * PANEL_PADDING.side,
}

const paragraphs = (texts: readonly string[], style: Style): Words[] =>
  texts.map((text) => ({ text, style, type: "P" }))

const drawBlock = (sheet: Sheet, block: Block): void => {
  sheet.keepTogether(block.height)
  block.draw(sheet.y)
  sheet.y += block.height
}

const drawPanel = (sheet: Sheet, block: Block, kind: "quiet" | "warning"): void => {
  const height = block.height + PANEL_PADDING.above + PANEL_PADDING.below
  sheet.keepTogether(height)
  sheet.panel(sheet.y, height, kind)
  block.draw(sheet.y + PANEL_PADDING.above)
  sheet.y += height + SECTION_GAP
}

const layoutHead = (sheet: Sheet, { title, statements, facts }: InvoiceView): Block => {
  const words: Words[] = [
    { text: title, style: STYLES.title, type: "H1", gapBelow: 4 },
    ...paragraphs(statements, STYLES.strong),
  ]
  return beside([
    layoutWords(sheet, words, LEFT),
    layoutFacts(sheet, facts, { ...RIGHT, align: "right" }),
  ])
}

const layoutParty = (sheet: Sheet, { heading, name, lines, facts }: PartyView, area: Area): Block =>
  below(
    [
      layoutWords(
        sheet,
        [
          { text: heading.toUpperCase(), style: STYLES.heading, type: "H2", gapBelow: 4 },
          { text: name, style: STYLES.strong, type: "P" },
          ...paragraphs(lines, STYLES.body),
        ],
        area
      ),
      layoutFacts(sheet, facts, { ...area, align: "left" }),
    ],
    6
  )

/** VAT on the left and sums on the right, on one page; below each other in the rare case that no page holds them. */
const drawSums = (sheet: Sheet, view: InvoiceView): void => {
  const vat = layoutTable(sheet, view.vat, LEFT)
  const sums = layoutTable(sheet, view.sums, RIGHT)
  const notes = layoutWords(sheet, paragraphs(view.vatNotes, STYLES.small), LEFT)
  const height = Math.max(vat.height + NOTE_GAP + notes.height, sums.height)
  sheet.keepTogether(height)
  const isOnePage = height <= sheet.space
  const top = sheet.y
  drawTable(sheet, vat)
  sheet.y += NOTE_GAP
  drawBlock(sheet, notes)
  const bottom = sheet.y
  if (isOnePage) sheet.y = top
  drawTable(sheet, sums)
  if (isOnePage) sheet.y = Math.max(sheet.y, bottom)
  sheet.y += SECTION_GAP
}

const layoutPayment = (
  sheet: Sheet,
  { heading, facts }: NonNullable<InvoiceView["payment"]>
): Block =>
  below(
    [
      layoutWords(sheet, [{ text: heading, style: STYLES.strong, type: "H2" }], IN_PANEL),
      layoutFacts(sheet, facts, { ...IN_PANEL, align: "left" }),
    ],
    4
  )

const drawContent = (sheet: Sheet, view: InvoiceView): void => {
  if (view.test) {
    const notice = paragraphs([view.test.notice], STYLES.warning)
    drawPanel(sheet, layoutWords(sheet, notice, IN_PANEL), "warning")
  }
  drawBlock(sheet, layoutHead(sheet, view))
  sheet.y += SECTION_GAP / 2
  sheet.rule(sheet.y, WHOLE, "thick")
  sheet.y += SECTION_GAP / 2
  const parties = [layoutParty(sheet, view.seller, LEFT), layoutParty(sheet, view.buyer, RIGHT)]
  drawBlock(sheet, beside(parties))
  sheet.y += SECTION_GAP
  drawTable(sheet, layoutTable(sheet, view.lines, WHOLE))
  sheet.y += SECTION_GAP
  drawSums(sheet, view)
  if (view.payment) drawPanel(sheet, layoutPayment(sheet, view.payment), "quiet")
}

/**
 * A sealed document as PDF on A4, in the fonts every reader of PDF has. Pure: the same document, language and look give
 * the same bytes. It shows what the HTML shows; letters outside the Western set are replaced (`toWinAnsi`).
 */
export const renderInvoicePdf = (
  document: InvoiceContent,
  locale: Locale,
  { logo }: Look = {}
): Promise<Buffer> => {
  const view = toInvoiceView(document, locale)
  const title = `${view.title} ${view.number}`
  const sheet = new Sheet({
    title,
    language: locale,
    createdOn: document.issued_on,
    mark: view.test?.mark ?? null,
  })
  if (logo) sheet.y += sheet.picture(logo.image, view.seller.name, LOGO) + SECTION_GAP
  drawContent(sheet, view)
  return sheet.finish((page, pages) => [`${title} · ${view.imprint}`, view.page(page, pages)])
}
