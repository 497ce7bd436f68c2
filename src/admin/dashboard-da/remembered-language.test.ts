import { remembersDanish } from "./remembered-language"

type Kept = { cookie: string; storage: string | null | Error }

/** A browser that keeps these for the dashboard. */
const inBrowser = ({ cookie, storage }: Kept): boolean => {
  const getItem = (): string | null => {
    if (storage instanceof Error) throw storage
    return storage
  }
  Object.assign(globalThis, { document: { cookie }, localStorage: { getItem } })
  return remembersDanish()
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "document")
  Reflect.deleteProperty(globalThis, "localStorage")
})

describe("the language a browser remembers", () => {
  it.each<[string, Kept, boolean]>([
    ["nothing", { cookie: "", storage: null }, false],
    ["Danish in the cookie", { cookie: "a=1; lng=da", storage: null }, true],
    ["Danish of Denmark", { cookie: "lng=da-DK; b=2", storage: null }, true],
    ["Danish in localStorage alone", { cookie: "lngs=en", storage: "da" }, true],
    ["another in the cookie, which is asked first", { cookie: "lng=en", storage: "da" }, false],
    ["a language that begins alike", { cookie: "lng=dav", storage: null }, false],
    ["no storage at all", { cookie: "", storage: new Error("SecurityError") }, false],
  ])("is Danish or not: %s", (_name, kept, isDanish) => {
    expect(inBrowser(kept)).toBe(isDanish)
  })

  it("is not Danish where there is no browser", () => {
    expect(remembersDanish()).toBe(false)
  })
})
