import type { Fact } from "../domain/document-view"
import { STYLES } from "./sheet"
import type { Box, Sheet, Style } from "./sheet"

/** Something whose height is known, in points, ready to be drawn. */
export type Block = { height: number; draw: (y: number) => void }

/** From the left edge, in points. */
export type Area = Pick<Box, "x" | "width">

export type Words = { text: string; style: Style; type: "H1" | "H2" | "P"; gapBelow?: number }

/** A name, reference or reason has five lines at most; the rest is cut, so that all of a party fits on a page. */
const MOST_TEXT = 66

const TERM_GAP = 16
const MOST_TERM_SHARE = 0.6

/** Texts below each other. */
export const layoutWords = (sheet: Sheet, words: readonly Words[], area: Area): Block => {
  const heights = words.map(
    ({ text, style, gapBelow = 0 }) => sheet.heightOf(text, style, area.width, MOST_TEXT) + gapBelow
  )
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw: (top) => {
      let y = top
      words.forEach(({ text, style, type }, index) => {
        const box = { ...area, y, maxHeight: MOST_TEXT }
        sheet.tagged(type, () => sheet.text(text, style, box))
        y += heights[index] ?? 0
      })
    },
  }
}

/** Terms in a column as wide as the longest, and their values beside it or at the right edge. */
export const layoutFacts = (
  sheet: Sheet,
  facts: readonly Fact[],
  area: Area & { align: "left" | "right" }
): Block => {
  const longest = Math.max(0, ...facts.map(([term]) => sheet.widthOf(term, STYLES.muted)))
  const termWidth = Math.min(longest + TERM_GAP, area.width * MOST_TERM_SHARE)
  const term = { x: area.x, width: termWidth - TERM_GAP / 2 }
  const value = { x: area.x + termWidth, width: area.width - termWidth, align: area.align }
  const heights = facts.map(([name, text]) =>
    Math.max(
      sheet.heightOf(name, STYLES.muted, term.width, MOST_TEXT),
      sheet.heightOf(text, STYLES.body, value.width, MOST_TEXT)
    )
  )
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw: (top) => {
      let y = top
      facts.forEach(([name, text], index) => {
        sheet.tagged("P", () => {
          sheet.text(name, STYLES.muted, { ...term, y, maxHeight: MOST_TEXT })
          sheet.text(text, STYLES.body, { ...value, y, maxHeight: MOST_TEXT })
        })
        y += heights[index] ?? 0
      })
    },
  }
}

/** Blocks below each other with `gap` points between those that have a height. */
export const below = (blocks: readonly Block[], gap: number): Block => {
  const shown = blocks.filter(({ height }) => height > 0)
  return {
    height: shown.reduce((sum, { height }) => sum + height + gap, shown.length > 0 ? -gap : 0),
    draw: (top) => {
      let y = top
      for (const block of shown) {
        block.draw(y)
        y += block.height + gap
      }
    },
  }
}

/** Blocks that begin at the same height, each in its own area. */
export const beside = (blocks: readonly Block[]): Block => ({
  height: Math.max(...blocks.map(({ height }) => height)),
  draw: (y) => {
    for (const block of blocks) block.draw(y)
  },
})
