import fc from "fast-check"
import { PNG } from "pngjs"
import { consumerInvoice } from "../../../../integration-tests/helpers/invoice-documents"
import { renderInvoicePdf } from "./invoice-pdf"
import { readLogo } from "./logo"

const png = (width: number, height: number, colorType: 2 | 6 = 6): Buffer => {
  const picture = new PNG({ width, height })
  picture.data.fill(0x7f)
  return PNG.sync.write(picture, { colorType })
}

/** One white pixel. */
const JPEG = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAKBueIx4ZKCMgoy0qqC+8P//8Nzc8P//////////////////////////////" +
    "////////////////////////////2wBDAaq0tPDS8P//////////////////////////////////////////////////" +
    "////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEA" +
    "AAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhED" +
    "EQA/ALAA/9k=",
  "base64"
)

const pdfWith = async (bytes: Buffer): Promise<string> => {
  const logo = readLogo(bytes)
  if (!logo.ok) throw new Error(logo.reason)
  const pdf = await renderInvoicePdf(consumerInvoice, "da", { logo: logo.value })
  return pdf.toString("latin1")
}

describe("a logo", () => {
  it.each([
    ["PNG with transparency", png(40, 20), "FlateDecode"],
    ["PNG without", png(40, 20, 2), "FlateDecode"],
    ["JPEG", JPEG, "DCTDecode"],
  ])("from a %s stands in the PDF, the same every time", async (_, bytes, filter) => {
    const pdf = await pdfWith(bytes)
    expect(pdf).toContain("/Subtype /Image")
    expect(pdf).toContain(`/Filter /${filter}`)
    expect(await pdfWith(bytes)).toBe(pdf)
  })

  it.each([
    ["nothing", Buffer.alloc(0), "not_png_or_jpeg"],
    ["an SVG", Buffer.from("<svg/>"), "not_png_or_jpeg"],
    ["too many bytes", Buffer.alloc(512 * 1024 + 1), "too_large"],
    ["too many pixels", png(2001, 1), "too_large"],
    ["half a PNG", png(40, 20).subarray(0, 60), "broken"],
    ["the start of a PNG", png(40, 20).subarray(0, 17), "broken"],
    ["half a JPEG", JPEG.subarray(0, 60), "broken"],
    ["a JPEG without its end", JPEG.subarray(0, -2), "broken"],
  ])("from %s is refused with a reason", (_, bytes, reason) => {
    expect(readLogo(bytes)).toEqual({ ok: false, reason })
  })

  it("spoilt anywhere is refused or shown, and never stops the PDF", async () => {
    const whole = [png(12, 7), png(9, 9, 2), JPEG]
    const spoilt = fc
      .tuple(fc.constantFrom(...whole), fc.nat(), fc.nat({ max: 255 }), fc.boolean())
      .map(([bytes, at, value, isCut]) => {
        const copy = Buffer.from(bytes)
        copy[at % copy.length] = value
        return isCut ? copy.subarray(0, at % copy.length) : copy
      })
    await fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => {
        const logo = readLogo(bytes)
        if (!logo.ok) return
        const pdf = await renderInvoicePdf(consumerInvoice, "da", { logo: logo.value })
        expect(pdf.toString("latin1")).not.toContain("undefined")
      }),
      { numRuns: 300 }
    )
  })
})
