import { createRequire } from "node:module"
import type PDFDocument from "pdfkit"

const requireHere = createRequire(__filename)

/** pdfkit, loaded with the first PDF: with its fonts it is 25 MB that a starting server does not need. */
export const pdfkit = (): typeof PDFDocument => requireHere("pdfkit") as typeof PDFDocument
