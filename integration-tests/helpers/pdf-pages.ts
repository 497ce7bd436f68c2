import { inflateSync } from "node:zlib"

const westernText = new TextDecoder("windows-1252")

const inflate = (stream: Buffer): string => {
  try {
    return inflateSync(stream).toString("latin1")
  } catch {
    return ""
  }
}

/** The strings that one drawing command shows, put together as they stand on the page. */
const shownBy = (command: string): string => {
  const hex = Array.from(command.matchAll(/<([0-9a-f]*)>/gi), ([, digits]) => digits ?? "").join("")
  return westernText.decode(Buffer.from(hex, "hex")).replaceAll("\u00a0", " ")
}

/** What is drawn on each page, as the commands of PDF. */
const pageContents = (pdf: Buffer): string[] =>
  Array.from(pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g), ([, stream]) =>
    inflate(Buffer.from(stream ?? "", "latin1"))
  ).filter((content) => content.includes(" Tm\n"))

/**
 * The texts of a PDF in the order they were drawn, page by page: one text per line on paper, non-breaking spaces as
 * spaces. Only for files whose fonts are PDF's own.
 */
export const readPdfPages = (pdf: Buffer): string[][] =>
  pageContents(pdf).map((content) =>
    Array.from(content.matchAll(/\[.*\] TJ/g), ([command]) => shownBy(command))
  )

/** Where each text of a PDF begins, in points from the left and lower edge of its page. */
export const readPdfPositions = (pdf: Buffer): { x: number; y: number }[] =>
  pageContents(pdf).flatMap((content) =>
    Array.from(content.matchAll(/1 0 0 1 (\S+) (\S+) Tm/g), ([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }))
  )
