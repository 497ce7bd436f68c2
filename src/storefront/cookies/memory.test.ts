import { CHOICE_COOKIE, namePattern, newVisitorId, parseMemory } from "./memory"

const data = { visitor: "0123456789abcdef".repeat(2), notice: "dkcnot_1", pending: [] }
const cookie = (value: unknown) =>
  `other=1; ${CHOICE_COOKIE}=${encodeURIComponent(JSON.stringify(value))}; last=2`

describe("the remembered choice", () => {
  it("is read from the browser's cookies", () => {
    const categories = ["necessary", "statistics"]
    const value = { categories, revision: 2, expirationTime: 5, data }
    const choices = { functional: false, statistics: true, marketing: false }
    expect(parseMemory(cookie(value))).toEqual({ revision: 2, expires: 5, choices, data })
  })

  it.each([
    ["no cookie", "other=1"],
    ["no JSON", `${CHOICE_COOKIE}=%7Bhalf`],
    ["broken encoding", `${CHOICE_COOKIE}=%E0%A4%A`],
    ["a name that only begins so", `${CHOICE_COOKIE}2=1`],
    ["another tool's data", cookie({ categories: [], revision: 1, expirationTime: 5, data: null })],
    [
      "an id that is none",
      cookie({
        categories: [],
        revision: 1,
        expirationTime: 5,
        data: { ...data, visitor: "karen" },
      }),
    ],
    ["no expiry", cookie({ categories: [], revision: 1, data })],
    ["no purposes", cookie({ revision: 1, expirationTime: 5, data })],
  ])("is none with %s", (_what, cookies) => {
    expect(parseMemory(cookies)).toBe(null)
  })
})

describe("a visitor's id", () => {
  it("has 128 bits and is never the same", () => {
    const ids = new Set(Array.from({ length: 1_000 }, newVisitorId))
    expect(ids.size).toBe(1_000)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe("a name on the list", () => {
  it("means exactly that cookie, or all that begin so", () => {
    const meant = (name: string) =>
      ["_ga", "_ga_X1", "_gat", "x.ga"].filter((cookie) => namePattern(name).test(cookie))
    expect(meant("_ga")).toEqual(["_ga"])
    expect(meant("_ga_*")).toEqual(["_ga_X1"])
    expect(meant("_ga*")).toEqual(["_ga", "_ga_X1", "_gat"])
    expect(meant("..ga")).toEqual([])
  })
})
