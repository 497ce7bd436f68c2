import { html, trusted } from "../../../../shared/html"
import type { LetterLocale, LetterText } from "./facts"

/** Prints on A4 without scripts or files from elsewhere. */
const STYLE = trusted(`
@page { size: A4; margin: 22mm 20mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.5 "Helvetica Neue", Arial, sans-serif; color: #1a1a1a; max-width: 165mm; margin: 12mm auto; padding: 0 4mm; }
header { white-space: pre-line; margin-bottom: 14mm; color: #555; }
.to { margin-bottom: 10mm; }
h1 { font-size: 14pt; line-height: 1.25; margin: 0 0 6mm; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`)

type Sheet = {
  controller: { name: string; address: string }
  /** Who it goes to; null when nobody said. */
  to: string | null
  locale: LetterLocale
}

/** A letter as a page for A4. Everything in it is text. */
export const renderLetterPage = (
  { subject, text }: LetterText,
  { controller, to, locale }: Sheet
): string =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>${controller.name}${"\n"}${controller.address}</header>
        <p class="to">${to ?? ""}</p>
        <main>
          <h1>${subject}</h1>
          <div class="text">${text}</div>
        </main>
      </body>
    </html>`.html
