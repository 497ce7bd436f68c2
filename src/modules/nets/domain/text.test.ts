import fc from "fast-check"
import { lineText, plainText } from "./text"

const family = "👨‍👩‍👧‍👦"
const accented = "e\u0301"

describe("texts for Nets", () => {
  it("keep any script and drop only what is refused", () => {
    expect(lineText("Σκάκι 将棋 шахматы € 5 – Æbleskiver", "x")).toBe(
      "Σκάκι 将棋 шахматы € 5 – Æbleskiver"
    )
    expect(lineText(`<b>"A" & B's</b>\\\u0007 C`, "x")).toBe(`b "A" & B's /b C`)
    expect(plainText(`Hansen & Søn's "Kro" <1>`)).toBe("Hansen + Søn’s ”Kro” 1")
  })

  it("are cut at 128 between letters, not inside them", () => {
    expect(lineText("å".repeat(125) + family, "x")).toBe("å".repeat(125))
    expect(lineText("å".repeat(117) + family, "x")).toBe("å".repeat(117) + family)
    expect(lineText("x".repeat(127) + accented, "x")).toBe("x".repeat(127))
    expect(lineText(`${"x".repeat(127)} y`, "x")).toBe("x".repeat(127))
  })

  it("have a fallback when nothing is left", () => {
    expect(lineText("<>", "Vare")).toBe("Vare")
    expect(lineText(`e${"\u0301".repeat(200)}`, "Vare")).toBe("Vare")
    expect(plainText("\u0000 \ud83d")).toBeUndefined()
    expect(plainText(null)).toBeUndefined()
  })

  it("are always within the limits, whatever comes", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 300 })
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 128 }), (text, max) => {
        const line = lineText(text, "Vare")
        expect(line.length).toBeLessThanOrEqual(128)
        expect(line).not.toMatch(/[<>\\\p{Cc}\p{Cs}]/u)
        expect(lineText(line, "Vare")).toBe(line)
        const plain = plainText(text, max) ?? "-"
        expect(plain.length).toBeLessThanOrEqual(max)
        expect(plain).not.toMatch(/[<>'"&\\\p{Cc}\p{Cs}]/u)
      })
    )
  })
})
