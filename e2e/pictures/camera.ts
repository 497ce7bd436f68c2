import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { seriousViolationsOf, settled } from "../helpers/accessibility"
import type { Language } from "../helpers/admin"

export const FOLDER = join(__dirname, "..", "..", "docs", "pictures")

export const COLOURS = ["light", "dark"] as const
export const SIZES = { wide: { width: 1200, height: 900 }, phone: { width: 390, height: 844 } }

export type Colour = (typeof COLOURS)[number]
export type Size = keyof typeof SIZES

/** Bytes that a picture may have, and all of them. */
const MOST = 24_000
const MOST_OF_ALL = 6_000_000
const QUALITIES = [0.6, 0.45, 0.3, 0.2]

/** What a page breaks in the dark only. */
const RULES: Record<Colour, string[] | undefined> = { light: undefined, dark: ["color-contrast"] }

export const nameOf = (language: Language, colour: Colour, size: Size, subject: string): string =>
  `${language}-${colour}-${size}-${subject}.webp`

type Encode = (png: Buffer) => Promise<Buffer>

/** Chromium itself makes small pictures; nothing else that does is among our packages. */
const encoderOf = async (browser: Browser): Promise<Encode> => {
  const page = await browser.newPage()
  return async (png) => {
    let encoded = png
    for (const quality of QUALITIES) {
      const base64 = await page.evaluate(
        async ({ source, quality }) => {
          const image = new Image()
          image.src = `data:image/png;base64,${source}`
          await image.decode()
          const canvas = document.createElement("canvas")
          canvas.width = image.width
          canvas.height = image.height
          canvas.getContext("2d")?.drawImage(image, 0, 0)
          return canvas.toDataURL("image/webp", quality).split(",")[1] ?? ""
        },
        { source: png.toString("base64"), quality }
      )
      encoded = Buffer.from(base64, "base64")
      if (encoded.length <= MOST) break
    }
    return encoded
  }
}

export type Camera = {
  /** Takes the four pictures of what a page shows: light and dark, wide and on a telephone. */
  take: (page: Page, shown: Shown) => Promise<void>
  /** What every picture taken so far breaks, by its name. */
  problems: string[]
  /** Subjects in the order they were taken, the languages side by side. */
  subjects: string[]
}

export type Shown = {
  language: Language
  subject: string
  /** Whose accessibility is judged: the whole page, or the plugin's part of a page of Medusa's. */
  part: "own" | "whole"
  /** Brings what is meant into view, at each size. */
  prepare?: () => Promise<void>
}

/** Medusa's dashboard reads its colours from a class, the storefront from what the browser prefers. */
const wear = async (page: Page, colour: Colour): Promise<void> => {
  await page.emulateMedia({ colorScheme: colour })
  await page.evaluate(
    ({ colour, other }) => {
      const { classList, style } = document.documentElement
      if (!classList.contains(other) && !classList.contains(colour)) return
      classList.remove(other)
      classList.add(colour)
      style.colorScheme = colour
    },
    { colour, other: colour === "light" ? "dark" : "light" }
  )
}

const stickingOut = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Opens an empty folder of pictures. */
export const openCamera = async (browser: Browser): Promise<Camera> => {
  mkdirSync(FOLDER, { recursive: true })
  for (const file of readdirSync(FOLDER)) if (/\.webp$/.test(file)) rmSync(join(FOLDER, file))
  const encode = await encoderOf(browser)
  const problems: string[] = []
  const subjects: string[] = []
  const take: Camera["take"] = async (page, { language, subject, part, prepare }) => {
    if (!subjects.includes(subject)) subjects.push(subject)
    for (const size of Object.keys(SIZES) as Size[]) {
      await page.setViewportSize(SIZES[size])
      await prepare?.()
      for (const colour of COLOURS) {
        await wear(page, colour)
        await settled(page)
        const name = nameOf(language, colour, size, subject)
        const png = await page.screenshot({ animations: "disabled" })
        writeFileSync(join(FOLDER, name), await encode(png))
        const broken = await seriousViolationsOf(page, part, RULES[colour])
        problems.push(...broken.map((problem) => `${name}: ${problem}`))
      }
      const pixels = await stickingOut(page)
      if (pixels > 0) problems.push(`${language} ${subject}: ${pixels.toString()} px too wide`)
    }
    await page.setViewportSize(SIZES.wide)
    await wear(page, "light")
  }
  return { take, problems, subjects }
}

/** Bytes of all pictures; throws when they are more than a repository should carry. */
export const weigh = (): number => {
  const sum = readdirSync(FOLDER).reduce(
    (total, file) => total + statSync(join(FOLDER, file)).size,
    0
  )
  if (sum > MOST_OF_ALL) throw new Error(`The pictures have ${sum.toString()} bytes`)
  return sum
}
