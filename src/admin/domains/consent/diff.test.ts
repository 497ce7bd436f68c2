import { diffTexts } from "./diff"
import type { DiffPart } from "./diff"

const without = (parts: readonly DiffPart[], kind: DiffPart["kind"]): string =>
  parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("")

const shown = (before: string, after: string): string =>
  diffTexts(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : `${kind === "added" ? "+" : "-"}(${text})`))
    .join("")

describe("what became of a text", () => {
  it("is told word by word within the lines that changed", () => {
    expect(shown("Vi gemmer i to år.\nSkriv til os.", "Vi gemmer i fem år.\nSkriv til os.")).toBe(
      "Vi gemmer i -(to )+(fem )år.\nSkriv til os."
    )
  })

  it("is told of whole paragraphs that came or went", () => {
    expect(shown("En.\n\nTre.", "En.\n\nTo.\n\nTre.")).toBe("En.\n\n+(To.\n\n)Tre.")
    expect(shown("En.\n\nTo.\n\nTre.", "En.\n\nTre.")).toBe("En.\n\n-(To.\n\n)Tre.")
  })

  it("is nothing for the same text, and everything for one from nothing", () => {
    expect(diffTexts("Ens.\n", "Ens.\n")).toEqual([{ kind: "same", text: "Ens.\n" }])
    expect(diffTexts("", "Ny.")).toEqual([{ kind: "added", text: "Ny." }])
    expect(diffTexts("Gammel.", "")).toEqual([{ kind: "removed", text: "Gammel." }])
    expect(diffTexts("", "")).toEqual([])
  })

  it.each([
    ["a\nb\nc\nd", "a\nx\nc\ny\nd\n"],
    ["Ordene står her.\n\nOg  her.", "Her står ordene.\nOg her.\n\n"],
    ["\n\n\n", "en\n\nto"],
  ])("loses nothing of either text", (before, after) => {
    const parts = diffTexts(before, after)
    expect(without(parts, "added")).toBe(before)
    expect(without(parts, "removed")).toBe(after)
  })

  it("takes a very long passage as replaced as a whole, in time", () => {
    const long = (word: string) => Array.from({ length: 6_000 }, (_, i) => `${word}${i.toString()}`)
    const [before, after] = [long("a").join(" "), long("b").join(" ")]
    expect(diffTexts(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"])
  })
})
