import { codeWords } from "./codes"
import { readRetryAfter } from "./retry-after"

const now = new Date("2026-11-25T12:00:00Z")

it.each([
  ["30", 30],
  [" 5 ", 5],
  ["0", 1],
  ["86400", 3600],
  ["Wed, 25 Nov 2026 12:02:00 GMT", 120],
  ["Wed, 25 Nov 2026 11:00:00 GMT", 1],
  ["Thu, 26 Nov 2026 12:00:00 GMT", 3600],
  ["soon", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["Wed, nonsense", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After %j means %j seconds", (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds)
})

describe("words for codes", () => {
  const codes = Array.from({ length: 33 }, (_, index) => 1_000 + index)

  it.each(codes)("say %i in both languages", (code) => {
    const words = codeWords(code)
    for (const text of [words?.da, words?.en]) expect(text).toMatch(/^[A-ZÆØÅ][^{}<>]{10,}\.$/)
  })

  it("differ from code to code and are silent on others", () => {
    expect(new Set(codes.map((code) => codeWords(code)?.en)).size).toBe(codes.length)
    expect(new Set(codes.map((code) => codeWords(code)?.da)).size).toBe(codes.length)
    expect(codeWords(999)).toBeUndefined()
    expect(codeWords(1_033)).toBeUndefined()
  })
})
