import { PNG } from "pngjs"
import { fail, ok } from "../../../shared/result"
import type { Result } from "../../../shared/result"
import { pdfkit } from "./pdfkit"

/** A picture that is known to be whole. Only `readLogo` makes one. */
export type Logo = { image: Buffer }

/** `too_large`: above 512 KiB or 2000 pixels a side. `broken`: begins as PNG or JPEG but cannot be read to its end. */
export type LogoFault = "too_large" | "not_png_or_jpeg" | "broken"

const MAX_BYTES = 512 * 1024
const MAX_SIDE = 2000

const PNG_START = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")
const JPEG_START = Buffer.from("ffd8ff", "hex")
const JPEG_END = Buffer.from("ffd9", "hex")

/** Grey, RGB, CMYK. */
const CHANNELS = [1, 3, 4]

const startsWith = (bytes: Buffer, start: Buffer): boolean =>
  bytes.subarray(0, start.length).equals(start)

const attempt = <Value>(read: () => Value): Value | null => {
  try {
    return read()
  } catch {
    return null
  }
}

const isWithin = (width: number, height: number): boolean =>
  Math.max(width, height) <= MAX_SIDE && Math.min(width, height) > 0

/** Written anew on white, for paper is white and a transparent picture would be decoded again in every PDF. */
const readPng = (bytes: Buffer): Result<Logo, LogoFault> => {
  if (bytes.length < PNG_START.length + 8) return fail("broken")
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (!isWithin(width, height)) return fail("too_large")
  const png = attempt(() => PNG.sync.read(bytes))
  if (png === null) return fail("broken")
  const background = { red: 255, green: 255, blue: 255 }
  return ok({ image: PNG.sync.write(png, { colorType: 2, bgColor: background }) })
}

type Frame = { width: number; height: number; channels: number }

/** C0 to CF but DHT, JPG and DAC (ITU-T T.81, table B.1). */
const isFrameMarker = (marker: number): boolean =>
  (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker)

/** The frame header of a JPEG (ITU-T T.81, B.2.2). Throws RangeError when the file ends before it. */
const readFrame = (bytes: Buffer): Frame => {
  let segment = 2
  while (!isFrameMarker(bytes.readUInt8(segment + 1))) {
    segment += 2 + bytes.readUInt16BE(segment + 2)
  }
  return {
    height: bytes.readUInt16BE(segment + 5),
    width: bytes.readUInt16BE(segment + 7),
    channels: bytes.readUInt8(segment + 9),
  }
}

/** Its pixels go into the PDF as they are, so only its frame is read, and drawn once for what else it may hold. */
const readJpeg = (bytes: Buffer): Result<Logo, LogoFault> => {
  const frame = attempt(() => readFrame(bytes))
  if (frame === null || !CHANNELS.includes(frame.channels)) return fail("broken")
  if (!isWithin(frame.width, frame.height)) return fail("too_large")
  const drawn = attempt(() => new (pdfkit())().image(bytes, 0, 0))
  return drawn && bytes.includes(JPEG_END, -64) ? ok({ image: bytes }) : fail("broken")
}

/** A store's logo from the bytes of a PNG or JPEG file, or why it cannot be shown. Never throws. */
export const readLogo = (bytes: Buffer): Result<Logo, LogoFault> => {
  if (bytes.length > MAX_BYTES) return fail("too_large")
  if (startsWith(bytes, PNG_START)) return readPng(bytes)
  if (startsWith(bytes, JPEG_START)) return readJpeg(bytes)
  return fail("not_png_or_jpeg")
}
