import { isPageLanguage, pageLanguage, urlFor } from "./language"

it.each([
  ["da", "en", "da-DK"],
  ["da-DK", "en", "da-DK"],
  ["en_US", "da", "en-GB"],
  ["sv", "da", "sv-SE"],
  ["nb-NO", "da", "nb-NO"],
  ["no", "da", "nb-NO"],
  ["nn-NO", "da", "nb-NO"],
  ["et-EE", "da", "ee-EE"],
  ["lv", "da", "lv-LV"],
  ["constructor", "da", "da-DK"],
  [null, "da", "da-DK"],
  ["xx", "da", "da-DK"],
  ["", "xx", "en-GB"],
])("speaks %j (else %j) as %s", (locale, fallback, language) => {
  expect(pageLanguage(locale, fallback)).toBe(language)
})

it("knows which languages the page has", () => {
  expect(
    ["da", "fi-FI", "it", "lt", "sk", "pl", "nl", "fr", "es", "de"].every(isPageLanguage)
  ).toBe(true)
  expect(isPageLanguage("xx")).toBe(false)
})

describe("an address by locale", () => {
  const urls = { da: "https://shop.example/vilkaar", en: "https://shop.example/terms" }

  it.each([
    ["da-DK", "da", urls.da],
    ["en-GB", "da", urls.en],
    ["sv-SE", "en", urls.en],
    ["sv-SE", "fi", urls.da],
  ])("on a page in %s of a shop in %s", (language, fallback, url) => {
    expect(urlFor(urls, language, fallback)).toBe(url)
  })

  it("may be one for all, and a language may go by several names", () => {
    expect(urlFor("https://shop.example/terms", "da-DK", "da")).toBe("https://shop.example/terms")
    expect(urlFor({ en: "e", no: "n" }, "nb-NO", "da")).toBe("n")
  })
})
