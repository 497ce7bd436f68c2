import fc from "fast-check"
import { toWinAnsi } from "./win-ansi"

const WESTERN = /^[\n -~\u00a0-\u00ac\u00ae-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u

describe("text for PDF's own fonts", () => {
  it("keeps Danish, and all that the Western set has", () => {
    const text = "Smørrebrød på Ærø, 12 × 3,50 € – “læs” · 25 %"
    expect(toWinAnsi(text)).toBe(text)
  })

  it("takes an accent that stands apart as the letter it belongs to", () => {
    expect(toWinAnsi("A\u030arhus")).toBe("Århus")
  })

  it.each([
    ["Łukasz Kamiński", "Lukasz Kaminski"],
    ["Παππάς", "??????"],
    ["Gave 👩‍👩‍👧 🎁", "Gave ? ?"],
    ["1\u202f000\u2009kr.\t−5", "1 000 kr. -5"],
    ["to\r\nlinjer\rog\u2028flere", "to\nlinjer\nog\nflere"],
    ["skjult\u200b\u00adt\u0007", "skjultt"],
    ["halvt \ud83d tegn", "halvt ? tegn"],
  ])("%j becomes %j", (text, shown) => {
    expect(toWinAnsi(text)).toBe(shown)
  })

  it("leaves nothing that the fonts lack, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(toWinAnsi(text)).toMatch(WESTERN)
      }),
      { numRuns: 500 }
    )
  })
})
