import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { optionError } from "../../../shared/options"
import type { Look } from "./invoice-pdf"
import { readLogo } from "./logo"
import type { LogoFault } from "./logo"

const SNIPPET = `invoice: { logo: "./static/logo.png" },`

const FAULTS: Readonly<Record<LogoFault, string>> = {
  too_large: "is above 512 KiB or 2000 pixels a side",
  not_png_or_jpeg: "is neither a PNG nor a JPEG file",
  broken: "cannot be read to its end",
}

const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(resolve(path))
  } catch {
    throw optionError("invoice.logo", "names a file that cannot be read", SNIPPET)
  }
}

/**
 * How a store's PDFs look: with the logo of the option, a path from where the server is started.
 *
 * @throws MedusaError naming the option when the file is not there or is no picture
 */
export const readLook = (logo: string | undefined): Look => {
  if (logo === undefined) return {}
  const read = readLogo(readBytes(logo))
  if (!read.ok) throw optionError("invoice.logo", FAULTS[read.reason], SNIPPET)
  return { logo: read.value }
}
